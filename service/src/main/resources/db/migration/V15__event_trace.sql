-- Which trace an event belongs to, so that whoever publishes it can say so.
alter table customer.event
  add column traceparent text;

comment on column customer.event.traceparent is
  'as in W3C Trace Context, of the request that made the event; null once delivered';
