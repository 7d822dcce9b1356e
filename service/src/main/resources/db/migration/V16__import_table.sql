-- Files of customers that are taken in, how far each has come, and which of their rows were refused.
-- The position, its digest and the counts change in the commit that stores the rows before it, so
-- that whoever goes on takes each row once.
create table customer.import (
  id uuid not null default gen_random_uuid(),
  key_hash text,
  format text not null,
  header text,
  events boolean not null,
  started_by text not null,
  status text not null default 'running',
  failure text,
  run integer not null default 1,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  position bigint not null default 0,
  line bigint not null default 1,
  digest bytea,
  added bigint not null default 0,
  same bigint not null default 0,
  refused bigint not null default 0,
  constraint import_pkey primary key (id),
  constraint import_format check (format in ('csv', 'ndjson')),
  constraint import_status
    check (status in ('running', 'interrupted', 'failed', 'finished', 'cancelled'))
);

create index import_started on customer.import (started_at);
create index import_key on customer.import (key_hash) where key_hash is not null;

comment on column customer.import.run is
  'counts who works on it: whoever comes later takes it from whoever was before';
comment on column customer.import.digest is
  'SHA-256 of all bytes before the position, by which the same file is recognised';

-- Personal data, kept for a week.
create table customer.import_refusal (
  import_id uuid not null,
  line bigint not null,
  email_key text,
  refused text not null,
  refused_at timestamptz not null default now(),
  constraint import_refusal_pkey primary key (import_id, line),
  constraint import_refusal_import_fkey
    foreign key (import_id) references customer.import (id) on delete cascade
);

create index import_refusal_email_key on customer.import_refusal (email_key);
create index import_refusal_age on customer.import_refusal (refused_at);

comment on column customer.import_refusal.refused is
  'the row with its line and errors, in the format of the file';

-- Customers who were brought in without an event are not missing one.
alter table customer.cust_registration add column announced boolean not null default true;
