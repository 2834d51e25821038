#!/usr/bin/env bash
# Measures the site against its bars: "bash tests/bench/run.sh" (some 6 minutes, and as long again for the open lists),
# "--quick" for rough figures in a minute or two.
# Loopback only; ends what it started. A full run is written to docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
quick=("$@")

bash tests/packages.sh chromium nginx=nginx-light wrk

bash tests/node.sh
bash tests/build.sh --verbosity quiet

table=$(mktemp)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -f "$table"' EXIT
ulimit -n "$(ulimit -Hn)"

failed=0
measure() {
  echo "| **$1** | | | |" | tee -a "$table"
  shift
  # In the background, so that a signal to this script ends it at once.
  timeout 1500 "$@" "${quick[@]}" > >(sed -u 's/^/| /; s/$/ |/' | tee -a "$table") &
  wait $! || failed=1
  sleep 1
}

printf '| what | measured | bar | met |\n|---|---:|---:|---|\n' | tee "$table"
measure "Pages beside nginx" node tests/bench/throughput.mjs
measure "A first visit" node tests/bench/visit.mjs
measure "Start" node tests/bench/start.mjs
measure "Content" node tests/bench/content.mjs
measure "Open lists" bash tests/bench/circuits.sh

if [[ ! " ${quick[*]} " == *" --quick "* ]]; then
  node tests/bench/write.mjs "$table"
fi

grep -q '| NO |' "$table" && failed=1
exit "$failed"
