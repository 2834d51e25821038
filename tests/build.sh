#!/usr/bin/env bash
# Builds everything and publishes the site to artifacts/site: tests and benchmarks run what an operator runs.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build --configuration Release "$@"
# Publishes the build output without building again for a runtime.
dotnet publish src/OptOutGuide --no-build --configuration Release -p:AppendRuntimeIdentifierToOutputPath=false --output artifacts/site --verbosity quiet
# Tests in process run the same compiled code, which starts sooner.
for program in artifacts/site/*.dll; do
  copy=tests/OptOutGuide.Tests/bin/Release/net10.0/${program##*/}
  if [[ -f $copy ]]; then
    cp "$program" "$copy"
  fi
done
# As the Dockerfile does: the site starts with content that was checked.
(cd artifacts/site && dotnet OptOutGuide.dll check --record) || (( $? == 1 )) # 1: warnings only
