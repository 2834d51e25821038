#!/usr/bin/env bash
# The list's main journey in Chromium, Firefox and WebKit, on the site that tests/run.sh has published.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v firefox-esr >/dev/null || packages+=(firefox-esr)
command -v WebKitWebDriver >/dev/null || packages+=(webkit2gtk-driver)
command -v Xvfb >/dev/null || packages+=(xvfb)
if ((${#packages[@]})); then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

bash tests/node.sh

if [[ ! -f artifacts/site/OptOutGuide.dll ]]; then
  echo "There is no artifacts/site yet: bash tests/build.sh publishes it." >&2
  exit 1
fi

# Browsers leave files where they find a home.
home=$(mktemp -d)
trap 'kill "${tests:-}" 2>/dev/null && wait "$tests" || true; rm -rf "$home"' EXIT
# The signal that `timeout` sends, and passes on, reaches all that the tests started.
HOME=$home TMPDIR=$home timeout --kill-after=10 900 node --test --test-reporter=spec tests/engines/*.test.mjs &
tests=$!
wait "$tests"
