-- What this service signs for itself alone: forms, codes, links. Made by the first replica.
create table customer.signing_key (
  id smallint not null default 1,
  key bytea not null,
  created_at timestamptz not null default now(),
  constraint signing_key_pkey primary key (id),
  constraint signing_key_is_one check (id = 1)
);
