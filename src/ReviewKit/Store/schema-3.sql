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
