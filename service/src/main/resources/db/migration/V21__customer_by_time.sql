-- Customers in the order of their registration: for lists of a time, and for counts of late. Ids
-- have that order only where they were made here. Rows of the old service have no time.
drop index concurrently if exists customer.cust_registration_registered_at;
create index concurrently cust_registration_registered_at
  on customer.cust_registration (registered_at, id) where registered_at is not null;
