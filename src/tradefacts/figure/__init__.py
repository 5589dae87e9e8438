"""What a printed figure says: its exact value, its precision, the interval its digits stand for.

A printed figure is an interval, because whoever wrote "$1.3 billion" rounded. The steps are
`languages` and `currencies` (tables) → `lexicon` (words) → `tokenizer` → `grammar` (terms) → `ParsedFigure` →
`Interval`, and back to text in `notation`. Import each from its own module, because most commands parse nothing.
"""
