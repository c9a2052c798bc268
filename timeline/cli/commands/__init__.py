"""One module per command: it parses the arguments, calls the API or a report, and prints the result."""
