"""The gauntlet: hostile files, texts, folders and environments, given to the installed command.

`python -m tests.gauntlet` runs all cases and fails if one of them fails; `docs/security.md` says which case
tests which threat.
"""
