-- What happened to customers, in order for each customer. The body, which holds personal data,
-- leaves the row once the topic has it; the rest stays as a ledger.
create table customer.event (
  customer_id uuid not null,
  sequence integer not null,
  type text not null,
  occurred_at timestamptz not null default now(),
  body text,
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  last_error text,
  delivered_at timestamptz,
  message_id text,
  constraint event_pkey primary key (customer_id, sequence)
);

create index event_undelivered on customer.event (due_at) where delivered_at is null;

-- Undelivered rows come and go by the thousand in a second: clean up early, or the index bloats.
alter table customer.event set (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.05
);
