with added as (
  insert into customer.cust_registration (
    id, first_name, last_name, email_id, email_key, phone,
    phone_e164, province, city, postacode, country, is_active, registered_at
  )
  select
    uuidv7(), 'Asha', 'Patel', address, address, '416-555-0123', '+14165550123', 'ON',
    'Toronto', 'M5V 2T6', 'CA', true, now()
  from generate_series(?::bigint, ?::bigint) as n
  cross join lateral (
    select 'c' || (1000000000 + n * 387420489 % 1000000000) || '.' || ? || '@example.com'
  ) as spread (address)
  returning id
)
insert into customer.event (customer_id, sequence, type, attempts, delivered_at, message_id)
select id, 1, 'com.ecom.customer.registered.v1', 1, now(), gen_random_uuid()::text
from added
