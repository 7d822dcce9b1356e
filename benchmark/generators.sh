# shellcheck shell=bash
# Sourced by benchmark/run and ./test, after .mvn/jdk25.sh: what makes the load.

has_pgbench() {
  local pgbench
  command -v pgbench >/dev/null && return 0
  for pgbench in /usr/lib/postgresql/*/bin/pgbench; do
    [ -x "$pgbench" ] && return 0
  done
  return 1
}

use_generators() {
  if ! command -v wrk >/dev/null && ! install_package wrk; then
    echo "wrk is needed: install it (apt-get install wrk, or: brew install wrk), then run this again." >&2
    return 1
  fi
  if ! has_pgbench && ! install_package postgresql-15 && ! install_package postgresql; then
    echo "pgbench is needed: install it (apt-get install postgresql, or: brew install postgresql), then run this again." >&2
    return 1
  fi
}
