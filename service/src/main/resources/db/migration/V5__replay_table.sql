-- Orders to send delivered events again. Whichever replica comes first takes the next step of one.
create table customer.replay (
  id uuid not null default gen_random_uuid(),
  requested_at timestamptz not null default now(),
  type text,
  customer_id uuid,
  occurred_from timestamptz not null,
  occurred_before timestamptz not null,
  events_per_second integer not null,
  position_time timestamptz,
  position_customer uuid,
  position_sequence integer,
  stepped_at timestamptz,
  queued bigint not null default 0,
  finished_at timestamptz,
  cancelled_at timestamptz,
  constraint replay_pkey primary key (id)
);

create index replay_open on customer.replay (requested_at)
  where finished_at is null and cancelled_at is null;
