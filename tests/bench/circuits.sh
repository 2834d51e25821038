#!/usr/bin/env bash
# What open lists cost the server: "bash tests/bench/circuits.sh" for 10,000 of them, "--quick" for 500.
# Starts the published site in Production on a free port of this machine, with the probe, and ends what it started.
set -euo pipefail
cd "$(dirname "$0")/../.."

scenario=(--circuits 10000 --settle 20 --acting 1000 --seconds 60 --vanishing 50)
[[ "${1:-}" == --quick ]] && scenario=(--circuits 500 --settle 5 --acting 100 --seconds 15 --vanishing 10)

bash tests/node.sh
[[ -f artifacts/site/OptOutGuide.dll ]] || bash tests/build.sh --verbosity quiet
probe=$PWD/tests/OptOutGuide.Tests/bin/Release/net10.0/OptOutGuide.Tests.dll

host=$PWD/tests/host # In Production somebody answers for the site.
folder=$(mktemp -d)
trap 'kill "${site:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
ulimit -n "$(ulimit -Hn)"
cd artifacts/site
DOTNET_STARTUP_HOOKS=$probe OPTOUTGUIDE_PROBE=$folder/probe ASPNETCORE_ENVIRONMENT=Production \
  dotnet OptOutGuide.dll --urls http://127.0.0.1:0 --Site:AnyHost=true "--Site:ContentFolders=content;$host" --Site:TrustedProxies=127.0.0.1 >"$folder/log" &
site=$!
cd ../../tests/bench

address() { grep -o 'http://127.0.0.1:[0-9]*' "$folder/log" | head -n 1; }
for _ in {1..100}; do
  [[ -n "$(address)" ]] && break
  sleep 0.1
done

node circuits.mjs --site "$(address)" --pid "$site" --probe "$folder/probe" "${scenario[@]}" | node rows.mjs
