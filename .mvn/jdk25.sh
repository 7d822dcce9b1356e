# shellcheck shell=bash
# Sourced by ./run and ./test: finds a JDK 25 or newer and Maven, or says how to get them.
# Written for bash 3.2, which macOS still has.

# The major version of the JDK in a folder; nothing if there is none with a compiler.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
  fi
}

java_on_path() {
  local java link
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  (cd "$(dirname "$java")/.." && pwd)
}

# What the developer chose counts first; among installed ones, exactly 25 does.
find_jdk() {
  local home major newer=
  for home in "${JAVA_HOME:-}" "$(java_on_path)"; do
    major=$(jdk_major "$home")
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then
      echo "$home"
      return
    fi
  done
  for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /opt/*jdk* /opt/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    major=$(jdk_major "$home")
    if [ "$major" = 25 ]; then
      echo "$home"
      return
    elif [ -n "$major" ] && [ "$major" -gt 25 ] && [ -z "$newer" ]; then
      newer=$home
    fi
  done
  echo "$newer"
}

use_jdk() {
  JAVA_HOME=$(find_jdk)
  if [ -z "$JAVA_HOME" ]; then
    echo "A JDK 25 is needed: install Temurin 25 from https://adoptium.net (or: sdk install java 25-tem), then run this again, or set JAVA_HOME to it." >&2
    exit 1
  fi
  export JAVA_HOME
}

# Installs a Debian package where that needs no question; otherwise fails.
install_package() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "Installing $1 with apt-get ..."
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; } >/dev/null 2>&1
}

use_maven() {
  if ! command -v mvn >/dev/null && ! install_package maven; then
    echo "Maven is needed: install it (apt-get install maven, or: brew install maven), then run this again." >&2
    exit 1
  fi
}
