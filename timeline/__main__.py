"""`python -m timeline`. Prefer the console script: Python looks for modules in the current folder first."""

from timeline.cli import main

main()
