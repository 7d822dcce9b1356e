-- Who saw or changed what, when, from where and why. Only ever added to; each entry's hash binds it
-- to all before, so that what the database cannot refuse, as from its owner, is seen. No personal
-- data of customers, so that erasing one leaves it whole.
create table customer.audit_entry (
  sequence bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_kind text not null,
  client_address text not null,
  request_id text not null,
  action text not null,
  subject_id uuid,
  reason text,
  details text[] not null,
  previous_hash text not null,
  hash text not null,
  constraint audit_entry_pkey primary key (sequence),
  constraint audit_entry_counts_from_one check (sequence > 0),
  constraint audit_entry_reason check (length(reason) between 1 and 200 and reason !~ '@'),
  constraint audit_entry_details_have_no_address check (array_to_string(details, ' ') !~ '@'),
  constraint audit_entry_hashes
    check (previous_hash ~ '^[0-9a-f]{64}$' and hash ~ '^[0-9a-f]{64}$')
);

create index audit_entry_subject on customer.audit_entry (subject_id, sequence);
create index audit_entry_actor on customer.audit_entry (actor, sequence);
create index audit_entry_action on customer.audit_entry (action, sequence);
create index audit_entry_at on customer.audit_entry (at);

comment on column customer.audit_entry.details is 'names and values by turns: ids, fields, counts';

create trigger audit_entry_is_only_added_to
  before update or delete or truncate on customer.audit_entry
  for each statement execute function customer.refuse_change();
