-- From schema 2 to 3.
alter table decision rename to decision_2;
drop index decision_report;
create table decision (
    event_id text not null, report_id text not null, stage text not null, reviewer text not null,
    verdict text not null, reason text, note text, time text not null, seq integer not null, live integer not null,
    primary key (event_id, report_id)
) without rowid;
insert into decision (event_id, report_id, stage, reviewer, verdict, reason, note, time, seq, live)
select event_id, report_id, stage, reviewer, verdict, reason, note, time, seq, live from decision_2;
drop table decision_2;
create index decision_report on decision (report_id, stage, seq);
create table calibration (record_id text not null, stage text not null, reviewer text not null, round integer not null, primary key (record_id, stage, reviewer)) without rowid;
create table label (record_id text not null, name text not null, person text not null, primary key (record_id, name, person)) without rowid;
create index label_name on label (name, record_id);
create table opinion (record_id text not null, stage text not null, reviewer text not null, verdict text, reason text, why text, event_id text not null, primary key (record_id, stage, reviewer)) without rowid;
create table fulltext (sha256 text primary key, pages integer not null, text text, en text, zh text);
create table stopped (record_id text not null, stage text not null, event_id text not null, primary key (record_id, stage, event_id)) without rowid;
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

-- Values of candidates that were taken; the sources' own values stand before them.
create table fill (record_id text not null, field text not null, value text not null, source text not null, time text not null, sha256 text not null, seq integer not null, primary key (record_id, field)) without rowid;

-- Retractions, concerns and corrections that interfaces told of.
create table notice (event_id text primary key, record_id text not null, kind text not null, source text not null, notice text, date text, time text not null) without rowid;
create index notice_record on notice (record_id);
