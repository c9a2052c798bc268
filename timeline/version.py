"""The version of the program, on the ground floor so that every room may name it."""

VERSION = "0.1.0"
