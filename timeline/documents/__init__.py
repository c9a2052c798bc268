"""The published document: its types (`schema`) and how people read it (`wording`)."""
