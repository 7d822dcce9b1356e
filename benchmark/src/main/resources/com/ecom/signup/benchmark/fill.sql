with added as (
  insert into customer.cust_registration (
    id, first_name, last_name, email_id, email_key, phone,
    phone_e164, province, city, postacode, country, is_active, registered_at
  )
  -- The first is one whom the load registers again, to learn what that is answered with.
  select
    uuidv7(),
    case n when 1 then 'Asha' else first_name end,
    case n when 1 then 'Patel' else last_name end,
    address, address,
    case n when 1 then '416-555-0123' else number end,
    case n when 1 then '+14165550123' else number end,
    'ON', 'Toronto', 'M5V 2T6', 'CA', true, now()
  from generate_series(?::bigint, ?::bigint) as n
  cross join lateral (
    select
      'c' || (1000000000 + n * 387420489 % 1000000000) || '.' || ? || '@example.com',
      '+1416' || lpad((n * 7368787 % 10000000)::text, 7, '0'),
      (hashint8(n) & 2147483647) % 60000, (hashint8(-n) & 2147483647) % 8000
  ) as spread (address, number, last, first)
  -- 60,000 last names of three syllables, 8,000 first names of two, each of which has all.
  cross join lateral (
    select
      string_agg(piece, '' order by place) filter (where whose = 'last'),
      string_agg(piece, '' order by place) filter (where whose = 'first')
    from (
      values
        ('last', 1, last % 100), ('last', 2, last / 100 % 60), ('last', 3, last / 6000),
        ('first', 1, first % 100), ('first', 2, first / 100)
    ) as part (whose, place, i)
    cross join lateral (
      select substr('bcdfghjklmnprstvwxyz', 1 + (i / 5 % 20)::int, 1)
        || substr('aeiou', 1 + (i % 5)::int, 1)
    ) as syllable (piece)
  ) as name (last_name, first_name)
  returning id
)
insert into customer.event (customer_id, sequence, type, attempts, delivered_at, message_id)
select id, 1, 'com.ecom.customer.registered.v1', 1, now(), gen_random_uuid()::text
from added
