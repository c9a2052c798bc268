"""Text without a dataset: names, words, sentences, and characters made visible."""
