-- From schema 1 to 2.
create index event_kind on event (kind, seq);
create table pin (record_id text not null, field text not null, value text not null, seq integer not null, primary key (record_id, field)) without rowid;
