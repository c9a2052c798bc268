"""The gauntlet: hostile files, texts, folders and surroundings, and what the installed command makes of them.

`python -m tests.gauntlet` runs all of it and fails below 100 %; `docs/security.md` says which case shows
what.
"""
