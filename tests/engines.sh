#!/usr/bin/env bash
# The list's main journey in Firefox and WebKit, or in the engines given, on the site that tests/run.sh has published.
# The tests in tests/OptOutGuide.Tests do the same in Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

engines=(tests/engines/firefox tests/engines/webkit)
if (( $# > 0 )); then
  engines=("${@/#/tests/engines/}")
fi

bash tests/packages.sh chromium firefox-esr WebKitWebDriver=webkit2gtk-driver Xvfb=xvfb

bash tests/node.sh

if [[ ! -f artifacts/site/OptOutGuide.dll ]]; then
  echo "There is no artifacts/site yet: bash tests/build.sh publishes it." >&2
  exit 1
fi

# Browsers leave files where they find a home.
home=$(mktemp -d)
trap 'kill "${tests:-}" 2>/dev/null && wait "$tests" || true; rm -rf "$home"' EXIT
# The signal that `timeout` sends, and passes on, reaches all that the tests started.
HOME=$home TMPDIR=$home timeout --kill-after=10 900 node --test --test-concurrency=3 --test-reporter=spec "${engines[@]/%/.test.mjs}" &
tests=$!
wait "$tests"
