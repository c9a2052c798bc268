"""`python -m timeline`; the console script is safer where strangers' files lie in the current folder."""

from timeline.cli import main

main()
