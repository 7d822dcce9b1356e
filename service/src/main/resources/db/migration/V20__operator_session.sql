-- People who have signed in to the console: hashes of the secrets in their cookies, and what they
-- may do. Gone after some hours, and sooner when nothing is done.
create table customer.operator_session (
  secret_hash bytea not null,
  subject text not null,
  kind text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint operator_session_pkey primary key (secret_hash),
  constraint operator_session_kind check (kind in ('operator-token', 'person'))
);

create index operator_session_expiry on customer.operator_session (expires_at);
