#!/usr/bin/env bash
# What takes too long for every push: axe on each page and state in each language, the attacks of twenty seconds each, and
# Lighthouse on each kind of page.
set -euo pipefail
cd "$(dirname "$0")/.."
bash tests/run.sh --filter Suite=Full
bash tests/packages.sh chromium
bash tests/attacks/run.sh
node tests/lighthouse.mjs
