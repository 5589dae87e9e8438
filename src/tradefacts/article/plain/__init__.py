"""The plain chooser: it reads figures by rules of grammar, without weights.

Where it agrees with the trained scores, both are right far more often; where it does not, a claim is never sure. Its
guesses are also features of the scores.
"""
