"""The tables of a compiled base."""

from __future__ import annotations

from tradefacts.factbase.claim import STORED

CREATE = f"""
PRAGMA page_size = 8192;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE ids (
    id TEXT PRIMARY KEY, section TEXT, number INTEGER, layer INTEGER, position INTEGER, line INTEGER
) WITHOUT ROWID;
CREATE TABLE records (number INTEGER PRIMARY KEY, section TEXT, id TEXT, name TEXT, body TEXT);
CREATE TABLE places (code TEXT PRIMARY KEY, name TEXT, is_group INTEGER) WITHOUT ROWID;
CREATE TABLE sources (
    id TEXT PRIMARY KEY, publisher TEXT, origin TEXT, title TEXT, url TEXT, published TEXT, page TEXT
) WITHOUT ROWID;
CREATE TABLE offices (id TEXT PRIMARY KEY, country TEXT, role TEXT, second_role TEXT, name TEXT) WITHOUT ROWID;
CREATE TABLE facts ("order" INTEGER PRIMARY KEY, {", ".join(f'"{name}"' for name in STORED[1:])});
CREATE TABLE names (folded TEXT, section TEXT, id TEXT, name TEXT);
CREATE TABLE links (target TEXT, "order" INTEGER);
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', tokenize = "unicode61 remove_diacritics 2", detail = none, columnsize = 0
);
"""
# The index has no content of its own: what it finds are numbers of records and facts. Those of replaced ones are never
# given again, and find nothing. The words of a base are folded before they are stored, as a question's words are: the
# tokenizer need not know how.

REFERRING = ("source", "attributed_to", "person", "office", "country", "partner", "reporter")
"""The columns of facts that hold an id or code; lists of them stand in `links`."""

INDEX = """
CREATE UNIQUE INDEX facts_by_id ON facts (id);
CREATE INDEX facts_by_pair ON facts (pair_code, kind) WHERE pair_code IS NOT NULL;
CREATE INDEX facts_by_country ON facts (country);
CREATE INDEX facts_by_partner ON facts (partner);
CREATE INDEX facts_by_kind ON facts (kind, office);
CREATE INDEX facts_by_source ON facts (source);
CREATE INDEX facts_by_speaker ON facts (attributed_to) WHERE attributed_to IS NOT NULL;
CREATE INDEX facts_by_person ON facts (person) WHERE person IS NOT NULL;
CREATE INDEX facts_by_office ON facts (office) WHERE office IS NOT NULL;
CREATE INDEX facts_by_reporter ON facts (reporter);
CREATE UNIQUE INDEX records_by_id ON records (id);
CREATE INDEX records_by_section ON records (section);
CREATE INDEX names_by_name ON names (folded, section);
CREATE INDEX names_by_id ON names (id);
CREATE INDEX links_by_target ON links (target);
CREATE INDEX sources_by_publisher ON sources (publisher);
"""
