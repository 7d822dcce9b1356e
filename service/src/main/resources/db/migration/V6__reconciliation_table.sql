-- Passes over all customers and events that look for what does not match, and what each found.
create table customer.reconciliation (
  id uuid not null default gen_random_uuid(),
  started_at timestamptz not null default now(),
  repairs boolean not null,
  customers_done boolean not null default false,
  position uuid,
  customers bigint not null default 0,
  missing bigint not null default 0,
  waiting bigint not null default 0,
  parked bigint not null default 0,
  discarded bigint not null default 0,
  orphans bigint not null default 0,
  repaired bigint not null default 0,
  finished_at timestamptz,
  constraint reconciliation_pkey primary key (id)
);

create unique index reconciliation_one_at_a_time on customer.reconciliation ((true))
  where finished_at is null;
create index reconciliation_newest on customer.reconciliation (started_at);

-- Until now there was nothing to compare.
insert into customer.reconciliation (repairs, customers_done, finished_at)
values (false, true, now());
