#!/usr/bin/env bash
# Node.js and what the checks and benchmarks need from npm, installed where missing or older than the lock file.
set -euo pipefail
cd "$(dirname "$0")"

bash packages.sh node=nodejs npm

# npm writes this file last, once everything is in place.
if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
  npm ci --no-audit --no-fund --silent
fi
