"""The command line: a command parses its options, asks one question and prints the answer."""
