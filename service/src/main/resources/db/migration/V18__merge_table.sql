-- Who was merged into whom, by whose row (superseded_by) it shows; ids only. And which pairs
-- somebody has looked at who found two people.
create table customer.merge (
  id uuid not null default gen_random_uuid(),
  survivor uuid not null,
  merged uuid not null,
  merged_at timestamptz not null default now(),
  consents_withdrawn text[] not null default '{}',
  undone_at timestamptz,
  constraint merge_pkey primary key (id),
  constraint merge_of_two check (survivor <> merged)
);

create unique index merge_in_force on customer.merge (merged) where undone_at is null;
create index merge_survivor on customer.merge (survivor);

create table customer.distinct_pair (
  lesser uuid not null,
  greater uuid not null,
  decided_at timestamptz not null default now(),
  constraint distinct_pair_pkey primary key (lesser, greater),
  constraint distinct_pair_is_ordered check (lesser < greater)
);

create index distinct_pair_greater on customer.distinct_pair (greater);
