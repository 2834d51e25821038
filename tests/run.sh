#!/usr/bin/env bash
# The one test command: installs what the tests drive, builds with warnings as errors, runs the tests.
# Arguments go to dotnet test in place of the filter that leaves out what tests/full.sh runs.
set -euo pipefail
cd "$(dirname "$0")/.."
# For programs of a few minutes on a busy machine: no profiling for later optimisation, code compiled in place instead of mapped
# twice, and threads that sleep when there is nothing to do instead of asking again.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0

icalendar=$(/usr/bin/python3 -c "import icalendar" 2>/dev/null || echo icalendar=python3-icalendar)
bash tests/packages.sh chromium-headless-shell pdftotext=poppler-utils haproxy docker-compose $icalendar

# npm's packages arrive while the compiler runs.
bash tests/node.sh &
npm=$!

dotnet tool restore
# packages.lock.json names the Blazor script that this SDK brings: another SDK brings another.
locked=$(grep -q "\"$(dotnet --version)\"" global.json && echo --locked-mode || true)
dotnet restore $locked -p:Configuration=Release
bash tests/build.sh --no-restore

wait "$npm"
node --test --test-reporter=dot tests/scripts/

# A test that hangs is named and ended: HANG_TIMEOUT is for those that take minutes.
dotnet test --no-build --configuration Release --logger "console;verbosity=minimal" --blame-hang-timeout "${HANG_TIMEOUT:-5m}" --blame-hang-dump-type none --results-directory artifacts/tests "${@:---filter=Suite!=Full}"
