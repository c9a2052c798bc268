"""One module per question: the type of its JSON and the function that answers it.

Commands parse arguments, call one of these functions and print; `timeline.open` calls the same functions.
Nothing is re-exported here: a warm command needs one of these modules and not the imports of the others.
"""
