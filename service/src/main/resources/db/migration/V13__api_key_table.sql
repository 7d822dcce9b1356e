-- Keys that machines prove themselves with: hashes of secrets of 256 bits, and what they may do.
create table customer.api_key (
  id uuid not null default gen_random_uuid(),
  name text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_pkey primary key (id),
  constraint api_key_secret_key unique (secret_hash),
  constraint api_key_name check (name ~ '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$'),
  constraint api_key_has_scope check (cardinality(scopes) > 0)
);

comment on column customer.api_key.last_used_at is
  'to the hour: exact times would make each use a write';
