"""The tables of the database: keys, types and indexes; the contract's words stay column names."""

SCHEMA = """
PRAGMA user_version = 1;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE leaders (
  leader TEXT PRIMARY KEY,
  "group" TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL
);
CREATE TABLE interviews (
  interview TEXT PRIMARY KEY,
  leader TEXT REFERENCES leaders,
  round TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  "group" TEXT NOT NULL,
  date TEXT NOT NULL,
  "order" INTEGER
);
CREATE TABLE attributes (
  interview TEXT NOT NULL REFERENCES interviews,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (interview, attribute)
);
CREATE TABLE codes (
  code TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT,
  proposition TEXT NOT NULL,
  definition TEXT NOT NULL,
  path TEXT NOT NULL,
  "order" INTEGER NOT NULL
);
CREATE TABLE segments (
  interview TEXT NOT NULL REFERENCES interviews,
  segment INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (interview, segment)
);
CREATE TABLE codings (
  interview TEXT NOT NULL REFERENCES interviews,
  segment INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  code TEXT NOT NULL REFERENCES codes,
  stance TEXT NOT NULL,
  status TEXT NOT NULL,
  actor TEXT NOT NULL,
  holder TEXT NOT NULL,
  prompted INTEGER NOT NULL CHECK (prompted IN (0, 1)),
  speaker TEXT NOT NULL,
  cue TEXT NOT NULL,
  rule TEXT NOT NULL,
  coder TEXT NOT NULL,
  confidence REAL NOT NULL,
  FOREIGN KEY (interview, segment) REFERENCES segments
);
CREATE TABLE positions (
  leader TEXT NOT NULL REFERENCES leaders,
  round TEXT NOT NULL,
  code TEXT NOT NULL REFERENCES codes,
  stance TEXT NOT NULL,
  status TEXT NOT NULL,
  rung INTEGER NOT NULL,
  failed TEXT,
  acts INTEGER NOT NULL CHECK (acts IN (0, 1)),
  own_side INTEGER NOT NULL CHECK (own_side IN (0, 1)),
  prompted_only INTEGER NOT NULL CHECK (prompted_only IN (0, 1)),
  actors TEXT NOT NULL,
  PRIMARY KEY (leader, round, code)
);
CREATE TABLE findings (
  code TEXT PRIMARY KEY REFERENCES codes,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  raised INTEGER NOT NULL,
  endorse INTEGER NOT NULL,
  mixed INTEGER NOT NULL,
  oppose INTEGER NOT NULL,
  neutral INTEGER NOT NULL,
  silent INTEGER NOT NULL,
  act INTEGER NOT NULL,
  act_own INTEGER NOT NULL,
  committed INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  gap INTEGER NOT NULL,
  gap_share REAL NOT NULL,
  gap_low REAL NOT NULL,
  gap_high REAL NOT NULL,
  of_endorsers REAL NOT NULL,
  interval_low REAL NOT NULL,
  interval_high REAL NOT NULL,
  prompted_only INTEGER NOT NULL
);
CREATE TABLE quotes (
  finding TEXT NOT NULL REFERENCES findings,
  place INTEGER NOT NULL,
  interview TEXT NOT NULL REFERENCES interviews,
  segment INTEGER,
  leader TEXT NOT NULL REFERENCES leaders,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  location TEXT NOT NULL,
  text TEXT NOT NULL,
  code TEXT NOT NULL REFERENCES codes,
  stance TEXT NOT NULL,
  status TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (finding, place),
  FOREIGN KEY (interview, segment) REFERENCES segments
);

CREATE INDEX interviews_leader ON interviews (leader);
CREATE INDEX codings_segment ON codings (interview, segment);
CREATE INDEX codings_code ON codings (code, holder);
CREATE INDEX positions_code ON positions (code);
CREATE INDEX quotes_segment ON quotes (interview, segment);
CREATE INDEX quotes_leader ON quotes (leader);
"""

TABLES = {
    "meta": 2,
    "leaders": 4,
    "interviews": 8,
    "attributes": 3,
    "codes": 7,
    "segments": 6,
    "codings": 16,
    "positions": 11,
    "findings": 22,
    "quotes": 13,
}
"""How many columns each table has."""
