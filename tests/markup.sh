#!/usr/bin/env bash
# Every page of the site that tests/run.sh has published is valid HTML, in the languages of the sample.
set -euo pipefail
cd "$(dirname "$0")"

bash node.sh
node markup.mjs
