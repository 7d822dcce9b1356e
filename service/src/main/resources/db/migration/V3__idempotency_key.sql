-- Keys of requests that may be sent again: hashes only. What the answer was is told by the customer
-- and by whether it has an event. And the version of a customer, which its ETag shows.
create table customer.idempotency_key (
  key_hash uuid not null,
  fingerprint uuid not null,
  customer_id uuid not null,
  created_at timestamptz not null default now(),
  constraint idempotency_key_pkey primary key (key_hash)
);

create index idempotency_key_age on customer.idempotency_key (created_at);

alter table customer.cust_registration add column version integer not null default 1;

comment on column customer.idempotency_key.customer_id is
  'the customer that the request was to register; there is none of this id if it was refused';
