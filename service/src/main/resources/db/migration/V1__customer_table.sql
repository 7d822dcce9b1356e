-- The table of the old service, made here when it is not there yet. An existing one is adopted in
-- place: whatever text type its columns have becomes text, and no row is touched.
create table if not exists customer.cust_registration (
  first_name text,
  last_name text,
  email_id text,
  phone text,
  province text,
  city text,
  postacode text,
  is_active boolean default true
);

do $$
declare
  narrow record;
begin
  for narrow in
    select column_name
    from information_schema.columns
    where table_schema = 'customer'
      and table_name = 'cust_registration'
      and column_name in ('first_name', 'last_name', 'email_id', 'phone', 'province', 'city', 'postacode')
      and data_type <> 'text'
  loop
    execute format('alter table customer.cust_registration alter column %I type text', narrow.column_name);
  end loop;
end
$$;

alter table customer.cust_registration
  alter column is_active set default true,
  add column id uuid not null default gen_random_uuid(),
  add column email_key text,
  add column phone_e164 text,
  add column country text,
  add column registered_at timestamptz,
  add column superseded_by uuid,
  add constraint cust_registration_pkey primary key (id);

comment on column customer.cust_registration.email_key is
  'canonical form of email_id, computed by the service alone; null while a row of the old service waits for adoption, or holds no address';
comment on column customer.cust_registration.registered_at is
  'null for rows of the old service, which did not record it';
comment on column customer.cust_registration.superseded_by is
  'the customer that holds the address of this row, a duplicate made by the old service';

create unique index cust_registration_active_email_key
  on customer.cust_registration (email_key) where is_active;

create index cust_registration_without_key
  on customer.cust_registration (id) where email_key is null;
