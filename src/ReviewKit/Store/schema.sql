-- The review file, schema 3. Tables of the first part are written once and never changed (triggers see to that);
-- those of the second part follow from them and can be rebuilt at any time (State.Rebuild, reviewkit check).

create table import (
    id text primary key,            -- SHA-256 of the file, lower-case hex
    name text not null,             -- path inside the review folder, or the file name, with '/'
    source text not null,           -- scopus, wos, cnki, …: of the records that say no other
    kind text not null,             -- database, register, website, organisation, citation
    source_name text,               -- as the user named it; absent: the protocol's name for the source
    format text not null,
    encoding text not null,
    length integer not null,        -- bytes
    records integer not null,
    time text not null
) without rowid;

-- With a rowid: ids are hashes, and rows of this size kept in their order would be scattered over half-empty pages.
create table record (
    id text primary key,
    import_id text not null references import (id),
    ordinal integer not null,       -- 1-based place in the file
    byte_offset integer not null,
    byte_length integer not null,
    source text not null,           -- as its content says; other where it says nothing
    own_id text,                    -- the file's own id: UT, EID, PMID, RIS ID, column ID
    doi text,                       -- folded, for look-up
    year integer,
    title text,
    body text not null              -- docs/record.schema.json
);
create index record_import on record (import_id, ordinal, id);
create index record_own_id on record (own_id) where own_id is not null;
create index record_doi on record (doi) where doi is not null;

create table problem (
    import_id text not null references import (id),
    line integer not null,
    en text not null,
    zh text not null
);
create index problem_import on problem (import_id);

-- The file itself, compressed, in parts, when it does not lie in exports/.
create table original (
    import_id text not null references import (id),
    part integer not null,
    gzip blob not null,
    primary key (import_id, part)
) without rowid;

-- What open interfaces said of fields the sources leave empty; beside the record, and of no effect before a fill takes it (docs/enrichment.md).
create table candidate (
    record_id text not null,        -- the record that stood for the report when it was asked
    field text not null,            -- docs/record.schema.json
    source text not null,           -- openalex, crossref, …
    value text not null,
    match real not null,            -- 1 where it was asked for by identifier, else 0..1
    how text not null,              -- doi, pmid or title
    time text not null,             -- of the answer, ISO 8601, UTC
    sha256 text not null,           -- of the whole answer
    primary key (record_id, field, source)
) without rowid;

-- What was asked and what came of it, so that nothing is asked twice.
create table asked (
    record_id text not null, field text not null, source text not null, how text not null,
    outcome text not null,          -- found, absent, unknown, mismatch, ambiguous, agency
    detail text, time text not null,
    primary key (record_id, field, source, how)
) without rowid;

create table event (
    seq integer primary key,
    id text not null unique,
    person text not null,
    device text not null,
    time text not null,             -- ISO 8601, UTC
    kind text not null,
    tool text not null,
    previous text not null,         -- hash of the event before it of the same person and device, '' for the first
    hash text not null,
    body text not null              -- JSON
);
create index event_chain on event (person, device, seq);
create index event_kind on event (kind, seq);

create trigger event_kept before update on event begin select raise(abort, 'the ledger is append-only'); end;
create trigger event_stays before delete on event begin select raise(abort, 'the ledger is append-only'); end;
create trigger record_kept before update on record begin select raise(abort, 'records are never changed'); end;

-- What follows is derived.

create table undone (event_id text primary key, by_event text not null) without rowid;

create table merge (event_id text not null, record_id text not null, report_id text not null, en text not null, zh text not null, seq integer not null, primary key (event_id, record_id)) without rowid;
create index merge_record on merge (record_id);

create table link (a text not null, b text not null, type text not null, reason text not null, event_id text not null, primary key (a, b, type)) without rowid;

-- What a person says a field is.
create table pin (record_id text not null, field text not null, value text not null, seq integer not null, primary key (record_id, field)) without rowid;

create table study (report_id text primary key, study text not null) without rowid;

create table round_record (record_id text primary key, sets integer not null) without rowid; -- bit i clear: set i+1 was not found; a record not listed has them all

create table criterion_report (criterion text not null, ordinal integer not null, box text not null, report_id text not null, primary key (report_id, ordinal)) without rowid;

create table decision (
    event_id text not null, report_id text not null, stage text not null, reviewer text not null,
    verdict text not null, reason text, note text, time text not null, seq integer not null, live integer not null,
    primary key (event_id, report_id)
) without rowid;
create index decision_report on decision (report_id, stage, seq);

-- Who must judge a record because a calibration round was drawn with it.
create table calibration (record_id text not null, stage text not null, reviewer text not null, round integer not null, primary key (record_id, stage, reviewer)) without rowid;

create table label (record_id text not null, name text not null, person text not null, primary key (record_id, name, person)) without rowid;
create index label_name on label (name, record_id);

-- What a language model said: counted nowhere.
create table opinion (record_id text not null, stage text not null, reviewer text not null, verdict text, reason text, why text, event_id text not null, primary key (record_id, stage, reviewer)) without rowid;

-- The text of full texts, read from the files in fulltexts/ and kept for search; can be read again at any time.
-- Left unscreened when a stopping rule ended a stage.
create table stopped (record_id text not null, stage text not null, event_id text not null, primary key (record_id, stage, event_id)) without rowid;

create table fulltext (sha256 text primary key, pages integer not null, text text, en text, zh text);

create table retrieval (report_id text primary key, status text not null, reason text, file text) without rowid;

-- Values of candidates that were taken; the sources' own values stand before them.
create table fill (record_id text not null, field text not null, value text not null, source text not null, time text not null, sha256 text not null, seq integer not null, primary key (record_id, field)) without rowid;

-- Retractions, concerns and corrections that interfaces told of.
create table notice (event_id text primary key, record_id text not null, kind text not null, source text not null, notice text, date text, time text not null) without rowid;
create index notice_record on notice (record_id);

-- One row a record: where it stands in the flow. Every PRISMA number is a count over this table.
create table state (
    record_id text primary key,
    report_id text not null,        -- the record that stands for the merged group; itself when alone
    source text not null,           -- the record's, else its file's
    route text not null,            -- db (databases and registers) or ot (other methods)
    place text not null,            -- duplicate automation other awaiting conflict excluded not-retrieved included
    stage text,                     -- of awaiting, conflict and excluded
    reason text                     -- criterion, round or exclusion reason
) without rowid;
create index state_report on state (report_id);
create index state_place on state (route, place, stage, reason);

-- Evidence of the last query run: one row a record and set.
create table evidence (record_id text not null, set_no integer not null, terms text not null, primary key (record_id, set_no)) without rowid;

create trigger record_stays before delete on record when exists (select 1 from state where record_id = old.id)
begin select raise(abort, 'records are removed only after their import was undone'); end;
