-- Who agreed to what, when and in which words, and who took it back: a ledger that is only ever
-- added to. It holds ids and no personal values, so that it stays as proof of what was sent, and of
-- what was not, after a customer is erased.
create table customer.consent_wording (
  hash text not null,
  purpose text not null,
  version integer not null,
  language text not null,
  text text not null,
  constraint consent_wording_pkey primary key (hash),
  constraint consent_wording_version_key unique (purpose, version, language),
  constraint consent_wording_hash_is_of_text
    check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);

create table customer.consent_entry (
  customer_id uuid not null,
  sequence integer not null,
  purpose text not null,
  act text not null,
  basis text,
  wording_hash text,
  language text,
  channel text not null,
  source text not null,
  occurred_at timestamptz not null default now(),
  expires_at timestamptz,
  constraint consent_entry_pkey primary key (customer_id, sequence),
  constraint consent_entry_wording_fkey
    foreign key (wording_hash) references customer.consent_wording (hash),
  constraint consent_entry_counts_from_one check (sequence > 0),
  constraint consent_entry_act check (act in ('asked', 'granted', 'confirmed', 'withdrawn')),
  constraint consent_entry_basis
    check (basis in ('express', 'implied-inquiry', 'implied-purchase')),
  constraint consent_entry_channel check (channel in ('page', 'api', 'mail', 'account', 'import')),
  constraint consent_entry_source check (source ~ '^[A-Za-z0-9/][A-Za-z0-9/:_-]{0,99}$'),
  constraint consent_entry_withdrawn_has_no_basis check ((act = 'withdrawn') = (basis is null)),
  constraint consent_entry_only_express_is_asked_for
    check (act not in ('asked', 'confirmed') or basis = 'express'),
  constraint consent_entry_express_has_words
    check (basis is distinct from 'express' or (wording_hash is not null and language is not null)),
  constraint consent_entry_implied_expires
    check (coalesce(basis <> 'express', false) = (expires_at is not null))
);

comment on column customer.consent_entry.act is
  'asked: given, but the address is still to be confirmed (double opt-in)';
comment on column customer.consent_entry.source is
  'which page or caller, never who: no address, no IP address';
comment on column customer.consent_entry.expires_at is
  'CASL section 10(10): 6 months after an inquiry, 2 years after a purchase';

create function customer.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception '%.% is only added to', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger consent_wording_is_only_added_to
  before update or delete or truncate on customer.consent_wording
  for each statement execute function customer.refuse_change();

create trigger consent_entry_is_only_added_to
  before update or delete or truncate on customer.consent_entry
  for each statement execute function customer.refuse_change();
