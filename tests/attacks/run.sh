#!/usr/bin/env bash
# One client attacks for 20 seconds in each of the known ways, while another one visits: "bash tests/attacks/run.sh" (some
# 25 minutes), with a part of an attack's name for those alone, "--write" to put the table into docs/reliability.md.
# Loopback only, bounded in count and time; ends what it started. Timings are no unit tests: run it where nothing else runs.
set -euo pipefail
cd "$(dirname "$0")/../.."

bash tests/packages.sh wrk

bash tests/node.sh
[[ -f artifacts/site/OptOutGuide.dll ]] || bash tests/build.sh --verbosity quiet
ulimit -n "$(ulimit -Hn)"
exec node tests/attacks/run.mjs "$@"
