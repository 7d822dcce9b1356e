-- Registrations that wait for somebody to confirm the address: any number for one address, none
-- overwrites another, and none is a customer. Of a confirmed one, only the ids stay for a day. Tokens and codes are here as hashes only.
create table customer.pending_registration (
  id uuid not null,
  email_key text not null,
  first_name text not null,
  last_name text not null,
  email_id text not null,
  phone text not null,
  province text,
  city text not null,
  postacode text,
  country text not null,
  language text not null,
  channel text not null,
  fingerprint uuid,
  screen_hash uuid,
  consent_wording text,
  quarantined_at timestamptz,
  wrong_answers smallint not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  customer_id uuid,
  constraint pending_registration_pkey primary key (id)
);

create index pending_registration_of_address on customer.pending_registration (email_key);
create index pending_registration_of_screen on customer.pending_registration (screen_hash);
create index pending_registration_expiry on customer.pending_registration (expires_at);

create index pending_registration_quarantined on customer.pending_registration (id)
  where quarantined_at is not null;

create table customer.confirmation_token (
  token_hash bytea not null,
  pending_id uuid not null,
  code_hash bytea not null,
  created_at timestamptz not null default now(),
  constraint confirmation_token_pkey primary key (token_hash),
  constraint confirmation_token_of foreign key (pending_id)
    references customer.pending_registration on delete cascade
);

create index confirmation_token_pending on customer.confirmation_token (pending_id);
