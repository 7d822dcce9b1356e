-- The same function, no longer strict, so that PostgreSQL puts its body in the place of a call: two
-- indexes call it for each registration, and started an executor each time. Null stays null, and no
-- value changes, so the indexes stay as they are.
create or replace function customer.plain(typed text) returns text
language sql immutable parallel safe
return lower(translate(
  case
    when octet_length(typed) = char_length(typed) then typed
    else regexp_replace(normalize(typed, NFKD), U&'[\0300-\036F]', '', 'g')
  end,
  U&'-''\2019.', ' '));

-- Sessions that are open keep what an index is made of as it was when they first read it, and would
-- not find it in a statement that is planned anew. A change of the index makes them read it again.
alter index customer.cust_registration_last_name set (fillfactor = 90);
alter index customer.cust_registration_last_name reset (fillfactor);
alter index customer.cust_registration_first_name set (fillfactor = 90);
alter index customer.cust_registration_first_name reset (fillfactor);
