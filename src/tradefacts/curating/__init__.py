"""What curators do to a file: bring it into canonical form, add a record to it."""
