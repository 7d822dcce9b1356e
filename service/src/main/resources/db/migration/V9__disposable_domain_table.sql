-- What operators say of mail domains: that addresses there are thrown away, or that they are not.
create table customer.disposable_domain (
  domain text not null,
  disposable boolean not null,
  changed_at timestamptz not null default now(),
  constraint disposable_domain_pkey primary key (domain)
);
