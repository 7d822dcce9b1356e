-- Proofs that somebody owns a customer's address: links from mails, sessions that they open, and new
-- addresses that are to be confirmed. Hashes of secrets; a new address is personal and goes soon.
create table customer.account_access (
  secret_hash bytea not null,
  customer_id uuid not null,
  kind text not null,
  address text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint account_access_pkey primary key (secret_hash),
  constraint account_access_kind check (kind in ('link', 'session', 'address', 'news'))
);

create index account_access_customer on customer.account_access (customer_id);
create index account_access_expiry on customer.account_access (expires_at);
