"""The rows of an answer: one row type for each question, with fixed columns, for every format with rows.

Each module holds the rows of the question of its name. A row type is a named tuple whose fields carry their
descriptions, and `list_from` returns the rows of an answer. Values are flat: text, numbers, true or false, lists of
text. Only claims contain an object, their page; its columns are paths such as `page.url`.
"""
