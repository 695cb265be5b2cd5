-- The ledger of cchc: two chains of entries and the bytes they speak of. docs/ledger.md says how to read and prove it.

PRAGMA application_id = 1667459171; -- 'cchc'

CREATE TABLE submissions (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    prev TEXT NOT NULL CHECK (length(prev) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    body TEXT NOT NULL CHECK (json_valid(body)),
    sha256 TEXT GENERATED ALWAYS AS (json_extract(body, '$.sha256')) VIRTUAL
) STRICT;
CREATE INDEX submissions_by_sha256 ON submissions (sha256);

CREATE TABLE events (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    prev TEXT NOT NULL CHECK (length(prev) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    body TEXT NOT NULL CHECK (json_valid(body)),
    kind TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
    subject TEXT GENERATED ALWAYS AS (coalesce(json_extract(body, '$.period'), json_extract(body, '$.sha256'))) VIRTUAL
) STRICT;
CREATE INDEX events_by_kind ON events (kind, subject);

-- The content of every file that may be kept, once.
CREATE TABLE bytes (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER submissions_follow BEFORE INSERT ON submissions
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM submissions)
    OR EXISTS (SELECT 1 FROM submissions WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER submissions_stay BEFORE UPDATE ON submissions
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER submissions_remain BEFORE DELETE ON submissions
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events)
    OR EXISTS (SELECT 1 FROM events WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Bytes come once, and go only when an entry says that they are forgotten; then they do not come back.
CREATE TRIGGER bytes_once BEFORE INSERT ON bytes
WHEN EXISTS (SELECT 1 FROM bytes WHERE sha256 = NEW.sha256)
    OR EXISTS (SELECT 1 FROM events WHERE kind = 'forgotten' AND subject = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'these bytes are kept already, or forgotten'); END;
CREATE TRIGGER bytes_stay BEFORE UPDATE ON bytes
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER bytes_remain BEFORE DELETE ON bytes
WHEN NOT EXISTS (SELECT 1 FROM events WHERE kind = 'forgotten' AND subject = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'bytes go only with cchc audit forget'); END;

CREATE VIEW v_submissions AS
SELECT position,
    json_extract(body, '$.kind') AS kind,
    json_extract(body, '$.period') AS period,
    json_extract(body, '$.office') AS office,
    json_extract(body, '$.received_at') AS received_at,
    json_extract(body, '$.basis') AS basis,
    json_extract(body, '$.from') AS received_from,
    json_extract(body, '$.by') AS prepared_by,
    json_extract(body, '$.path') AS path,
    sha256,
    CASE
        WHEN EXISTS (SELECT 1 FROM bytes WHERE bytes.sha256 = submissions.sha256) THEN 'kept'
        WHEN EXISTS (SELECT 1 FROM events WHERE events.kind = 'forgotten' AND subject = submissions.sha256) THEN 'forgotten'
        ELSE 'hash alone'
    END AS content,
    hash
FROM submissions;

CREATE VIEW v_runs AS
SELECT position,
    json_extract(body, '$.at') AS at,
    json_extract(body, '$.period') AS period,
    json_extract(body, '$.version') AS version,
    json_extract(body, '$.plan') AS plan,
    json_extract(body, '$.verdict') AS verdict,
    json_extract(body, '$.findings') AS findings,
    json_extract(body, '$.submissions') AS submissions,
    json_extract(body, '$.head') AS head,
    json_extract(body, '$.manifest') AS manifest,
    hash
FROM events WHERE kind = 'run';

CREATE VIEW v_run_inputs AS
SELECT v_runs.position AS run, v_runs.period AS period,
    json_extract(value, '$.path') AS path, json_extract(value, '$.sha256') AS sha256
FROM v_runs JOIN bytes ON bytes.sha256 = v_runs.manifest, json_each(CAST(bytes.content AS TEXT), '$.inputs');

CREATE VIEW v_run_outputs AS
SELECT v_runs.position AS run, v_runs.period AS period,
    json_extract(value, '$.path') AS path, json_extract(value, '$.sha256') AS sha256
FROM v_runs JOIN bytes ON bytes.sha256 = v_runs.manifest, json_each(CAST(bytes.content AS TEXT), '$.outputs');

-- Each finding once, as it stands since its last event; fixed_at is empty while it is there.
CREATE VIEW v_findings AS
WITH told AS (
    SELECT position,
        json_extract(body, '$.at') AS at,
        json_extract(body, '$.period') AS period,
        json_extract(body, '$.standing') AS standing,
        json_extract(body, '$.code') AS code,
        json_extract(body, '$.severity') AS severity,
        json_extract(body, '$.office') AS office,
        json_extract(body, '$.about') AS about
    FROM events WHERE kind = 'finding'
), first AS (
    SELECT period, code, office, about, min(position) AS position, at FROM told GROUP BY period, code, office, about
), last AS (
    SELECT period, code, office, about, max(position) AS position, at, severity, standing FROM told
    GROUP BY period, code, office, about
)
SELECT last.period, last.code, last.severity, last.office, last.about, first.at AS first_seen, last.standing,
    CASE last.standing WHEN 'fixed' THEN last.at END AS fixed_at
FROM last JOIN first ON first.period = last.period AND first.code = last.code
    AND first.office IS last.office AND first.about = last.about
ORDER BY first.position;

CREATE VIEW v_waivers AS
SELECT position,
    json_extract(body, '$.at') AS at,
    json_extract(body, '$.period') AS period,
    json_extract(body, '$.standing') AS standing,
    json_extract(body, '$.code') AS code,
    json_extract(body, '$.office') AS office,
    json_extract(body, '$.about') AS about,
    json_extract(body, '$.finding') AS finding,
    json_extract(body, '$.reason') AS reason,
    json_extract(body, '$.by') AS waived_by,
    json_extract(body, '$.until') AS until
FROM events WHERE kind = 'waiver';

CREATE VIEW v_mails AS
SELECT position,
    json_extract(body, '$.at') AS at,
    json_extract(body, '$.period') AS period,
    json_extract(body, '$.office') AS office,
    json_extract(body, '$.to') AS recipient,
    json_extract(body, '$.subject') AS subject,
    json_extract(body, '$.attachments') AS attachments
FROM events WHERE kind = 'mail';

CREATE VIEW v_forgotten AS
SELECT position,
    json_extract(body, '$.at') AS at,
    json_extract(body, '$.sha256') AS sha256,
    json_extract(body, '$.reason') AS reason
FROM events WHERE kind = 'forgotten';
