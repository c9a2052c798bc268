"""Fuzzing: laws that hold of whatever is read, asked and written, and a search for what breaks them.

A harness is a room with one function from bytes to nothing, which raises where a law does not hold. It needs
no fuzzer: the tests call it too. Only `guided` imports atheris.
"""
