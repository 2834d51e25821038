#!/usr/bin/env bash
# Every page of the site that tests/run.sh has published is valid HTML.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v npm >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi

# npm writes this file last: older than the lock means other packages than the lock names.
[[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --silent

node markup.mjs
