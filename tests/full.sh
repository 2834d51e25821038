#!/usr/bin/env bash
# What takes too long for every push: axe on each page and state in each language, and Lighthouse on each kind of page.
set -euo pipefail
cd "$(dirname "$0")/.."
bash tests/run.sh --filter Suite=Full
bash tests/packages.sh chromium
node tests/lighthouse.mjs
