"""Functions for curators: bring a file into canonical form, add a record to it."""
