-- What becomes of an event: it waits in the queue, is delivered, is parked when the topic keeps
-- refusing it, or is discarded by an operator. One column says that it waits, and no clock has to
-- agree with it: a clock that jumps back holds no event up.
alter table customer.event
  add column waiting_since timestamptz default now(),
  add column put_off_until timestamptz,
  add column refusals integer not null default 0,
  add column parked_at timestamptz,
  add column discarded_at timestamptz;

update customer.event
set waiting_since = case when delivered_at is null then occurred_at end;

drop index customer.event_undelivered;

alter table customer.event
  drop column due_at,
  add constraint event_is_in_one_place
    check (num_nonnulls(waiting_since, parked_at, discarded_at) <= 1);

create index event_waiting on customer.event (waiting_since) where waiting_since is not null;
create index event_parked on customer.event (parked_at) where parked_at is not null;
create index event_discarded on customer.event (discarded_at) where discarded_at is not null;

-- The ledger in the order of time, for replays. Many events share one time, that of their batch, so
-- that the index stays small.
create index event_delivered on customer.event (occurred_at) where delivered_at is not null;

comment on column customer.event.body is
  'personal data; null once delivered, and then taken from the customer when the event is sent again';
comment on column customer.event.delivered_at is
  'the last time; stays while the event is sent again';
comment on column customer.event.refusals is
  'how often in a row the topic has blamed the event, after which it is parked';
