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
  sent_at timestamptz,
  message_id text,
  constraint mail_pkey primary key (id)
);

create index mail_waiting on customer.mail (waiting_since) where waiting_since is not null;
create index mail_of_address on customer.mail (address_hash, sent_at) where sent_at is not null;
create index mail_age on customer.mail (written_at) where waiting_since is null;
create index mail_about on customer.mail (about);
