# shellcheck shell=bash
# Sourced by ops/image-check and ops/compose-check, after .mvn/jdk25.sh: how they skip, where they
# keep things while they run, and the Debian that they make images of.

# CHECK is what the last line begins with.
skip() {
  echo "$CHECK: skipped, as $1."
  exit 0
}

# Takes programs; where the Debian package has another name, as PROGRAM=PACKAGE.
need_linux_root_and() {
  local tool
  [ "$(uname -s)" = Linux ] || skip "it needs Linux"
  [ "$(id -u)" = 0 ] || skip "it needs root"
  for tool in "$@"; do
    command -v "${tool%=*}" >/dev/null || install_package "${tool#*=}" ||
      skip "there is no ${tool%=*} and no way to install it"
  done
}

# Makes the folder $work; whoever calls this has a function clean_up, which ends with remove_work.
use_work() {
  work=$(mktemp -d)
  log=$work/log
  trap clean_up EXIT
  trap 'exit 1' INT TERM
}

# Where debootstrap was interrupted, there may be this machine's own /proc in it.
remove_work() {
  local mounted
  while read -r _ mounted _; do
    [[ $mounted != "$work"/* ]] || umount --lazy "$mounted" || true
  done < <(tac /proc/mounts)
  rm -rf --one-file-system "$work"
}

quietly() {
  "$@" >"$log" 2>&1 </dev/null && return
  cat "$log" >&2
  return 1
}

# In $work/base, what debian:bookworm-slim is, of the release that this machine has.
make_base() {
  local root=$work/base
  quietly debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$root" ||
    skip "debootstrap cannot fetch a Debian (its last words are above)"
  rm -rf "${root:?}"/usr/share/{doc,info,locale,man}/* "${root:?}"/var/cache/apt/* \
    "${root:?}"/var/lib/apt/lists/* "${root:?}"/var/log/* "${root:?}"/dev/*
}

# This machine's JDK and Maven, without links to places that a container does not have.
copy_java_to() {
  cp -rL "$JAVA_HOME" "$1"
}

copy_maven_to() {
  cp -rL "$(mvn -v | sed -n 's/^Maven home: //p')" "$1"
}
