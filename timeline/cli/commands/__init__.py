"""One module per command: it parses arguments, asks for an answer, and prints it."""
