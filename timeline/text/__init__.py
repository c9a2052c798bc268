"""What can be read from English prose without a grammar of all of it: words, verbs, clauses."""
