#!/usr/bin/env bash
# Builds everything and publishes the site to artifacts/site: tests and benchmarks run what an operator runs.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build --configuration Release "$@"
# Publishes the build output without building again for a runtime.
dotnet publish src/OptOutGuide --no-build --configuration Release -p:AppendRuntimeIdentifierToOutputPath=false --output artifacts/site --verbosity quiet
# As deploy does: the site starts with content that was checked.
(cd artifacts/site && dotnet OptOutGuide.dll check --record) || (( $? == 1 )) # 1: warnings only
