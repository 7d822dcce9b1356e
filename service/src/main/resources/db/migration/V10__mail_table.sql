-- Mails to be sent, written in the transaction that gives reason for them. The address leaves the
-- row once the mail is sent or given up; a keyed hash of it stays a day, to bound how many one gets.
create table customer.mail (
  id uuid not null,
  kind text not null,
  about uuid not null,
  address text,
  address_hash uuid not null,
  language text not null,
  written_at timestamptz not null default now(),
  waiting_since timestamptz default now(),
  put_off_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  counts_as text,
  tried_at timestamptz,
  sent_at timestamptz,
  message_id text,
  constraint mail_pkey primary key (id)
);

create index mail_waiting on customer.mail (waiting_since) where waiting_since is not null;
create index mail_of_address on customer.mail (address_hash, tried_at) where tried_at is not null;
create index mail_age on customer.mail (written_at) where waiting_since is null;
create index mail_about on customer.mail (about);

comment on column customer.mail.counts_as is
  'the kind of mail that it turned out to be when it was written, and that the address is counted by';
