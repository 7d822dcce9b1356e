-- One customer that exists, anywhere among them.
\set n random(1, :customers)
\set spread 1000000000 + :n * 387420489 % 1000000000
select email_key
from customer.cust_registration
where email_key = 'c' || :spread || '.' || :series || '@example.com' and is_active;
