"""The questions: pure functions from a fact base to an answer. Each module asks one kind and defines its result."""
