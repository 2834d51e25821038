#!/usr/bin/env bash
# Builds everything and publishes the site to artifacts/site: tests and bench run what a host would run.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build --configuration Release "$@"
# As built, without compiling for each runtime once more.
dotnet publish src/OptOutGuide --no-build --configuration Release -p:AppendRuntimeIdentifierToOutputPath=false --output artifacts/site --verbosity quiet
