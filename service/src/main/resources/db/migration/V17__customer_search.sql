-- What those who help customers search by. Each statement commits by itself and may be repeated:
-- indexes are made without holding registrations up, and a run that was cut short is run again.

-- Bytes in their order serve equality, uniqueness and beginnings of addresses with one index, and
-- compare faster than any language's order. Where the table is adopted, the column is still empty.
do $$
begin
  if not exists (
    select
    from pg_attribute
    where attrelid = 'customer.cust_registration'::regclass
      and attname = 'email_key'
      and attcollation = '"C"'::regcollation)
  then
    alter table customer.cust_registration alter column email_key type text collate "C";
  end if;
end
$$;

alter table customer.cust_registration
  add column if not exists standing_reason text,
  add column if not exists standing_changed_at timestamptz;

comment on column customer.cust_registration.standing_reason is
  'why an operator deactivated or reactivated the customer: a code, never free text';

-- A name when case, accents, hyphens and apostrophes do not count. Both sides of every comparison
-- come from here, so that it need not agree with anything outside of this database.
create or replace function customer.plain(typed text) returns text
language sql immutable strict parallel safe
return lower(translate(
  case
    when octet_length(typed) = char_length(typed) then typed
    else regexp_replace(normalize(typed, NFKD), U&'[\0300-\036F]', '', 'g')
  end,
  U&'-''\2019.', ' '));

drop index concurrently if exists customer.cust_registration_last_name;
create index concurrently cust_registration_last_name on customer.cust_registration (
  (customer.plain(coalesce(last_name, '') || ' ' || coalesce(first_name, ''))) collate "C", id);

drop index concurrently if exists customer.cust_registration_first_name;
create index concurrently cust_registration_first_name on customer.cust_registration (
  (customer.plain(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))) collate "C", id);

-- From behind: whole numbers, national ones and last digits are all ends of E.164.
drop index concurrently if exists customer.cust_registration_phone;
create index concurrently cust_registration_phone on customer.cust_registration (
  (reverse(translate(coalesce(phone_e164, phone), '+ -.()', ''))) collate "C", id);

-- Few rows, none of which a registration makes.
drop index concurrently if exists customer.cust_registration_inactive;
create index concurrently cust_registration_inactive on customer.cust_registration (id)
  where is_active is not true;

drop index concurrently if exists customer.cust_registration_inactive_email_key;
create index concurrently cust_registration_inactive_email_key
  on customer.cust_registration (email_key, id) where is_active is not true;

drop index concurrently if exists customer.cust_registration_superseded_by;
create index concurrently cust_registration_superseded_by
  on customer.cust_registration (superseded_by) where superseded_by is not null;
