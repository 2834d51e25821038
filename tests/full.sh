#!/usr/bin/env bash
# What takes too long for every push: axe on each page and state in each language (in French in each theme and width), all
# that a push samples, tests under load, valid HTML in all languages, and Lighthouse on five pages in French and in English,
# without its timings.
set -euo pipefail
cd "$(dirname "$0")/.."
SAMPLE=all HANG_TIMEOUT=20m bash tests/run.sh --filter "Suite=Full|Suite=Sample"
SAMPLE=all bash tests/engines.sh chromium firefox webkit
SAMPLE=all bash tests/markup.sh
bash tests/packages.sh chromium
node tests/lighthouse.mjs --without-timings
