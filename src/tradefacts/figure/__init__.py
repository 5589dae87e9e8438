"""What a printed figure says: its exact value, its precision, the interval its digits stand for.

A printed figure is an interval: "$1.3 billion" was written by someone who rounded. The way is
`languages` and `currencies` (tables) → `lexicon` (words) → `tokenizer` → `grammar` (terms) → `ParsedFigure` →
`Interval`, and back to text by `notation`. Each is imported from its own module: most commands parse nothing.
"""
