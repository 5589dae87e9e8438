"""The plain chooser: what grammar says of a figure, without weights.

Where it and the trained scores agree, both are far more often right; where they do not, a claim is never sure. Its
guesses are features of the scores, too.
"""
