-- Receipts of erasures: ids, a time and numbers, nothing personal. They stay, as proof.
create table customer.erasure (
  id uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  customer_ids uuid[] not null,
  erased_at timestamptz not null default now(),
  removed jsonb not null,
  event_sequence integer not null,
  constraint erasure_pkey primary key (id)
);

create index erasure_of_customer on customer.erasure using gin (customer_ids);

comment on column customer.erasure.customer_ids is
  'the customer and those that were merged into it';
comment on column customer.erasure.removed is
  'how many rows of each owner';
