"""Base files: from bytes to checked records; each fault is reported with its place.

`outside` opens a file that a user names, `json_stream` reads it record by record, `validation` checks each record
against its class in `records`, `canonical` writes the form in which a base is stored.
"""
