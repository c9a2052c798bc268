"""Fuzzing: laws that hold for every input, query and output, and a search for inputs that break them.

A harness is a module with a function from bytes to nothing that raises if a law does not hold. It needs
no fuzzer: the tests call it too. Only `guided` imports atheris.
"""
