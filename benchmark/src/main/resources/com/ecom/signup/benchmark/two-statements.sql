-- The customer, then its event, as a program without batches writes them.
\set n :n + 1
\set spread 1000000000 + :n * 387420489 % 1000000000
\set part :series + :client_id
\set who :spread % 1000
\set exchange 200 + :spread / 10000 % 800
\set line 1000 + :spread % 9000
begin;
insert into customer.cust_registration (
  id, first_name, last_name, email_id, email_key, phone,
  phone_e164, province, city, postacode, country, is_active, registered_at
)
values (
  uuidv7(), 'A' || :who, 'P' || :who,
  'c' || :spread || '.' || :part || '@example.com', 'c' || :spread || '.' || :part || '@example.com',
  '416-' || :exchange || '-' || :line, '+1416' || :exchange || :line, 'ON', 'Toronto', 'M5V 2T6', 'CA', true, now()
)
on conflict (email_key) where is_active do nothing
returning id \gset
insert into customer.event (customer_id, sequence, type, body)
values (
  :id, 1, 'com.ecom.customer.registered.v1',
  '{"first_name":"A' || :who || '","last_name":"P' || :who || '","email_id":"c' || :spread || '.' || :part
    || '@example.com","phone":"416-' || :exchange || '-' || :line || '","province":"Ontario","city":"Toronto","postalcode":"M5V 2T6","customer_id":"'
    || :id::text
    || '","phone_e164":"+1416' || :exchange || :line || '","province_code":"ON","postal_code":"M5V 2T6","country":"CA"}'
);
commit;
