"""The command line: a command parses, asks one question and hands the answer on."""
