#!/usr/bin/env bash
# Installs the Debian packages whose command is missing, as root or with sudo: "bash tests/packages.sh wrk pdftotext=poppler-utils".
set -euo pipefail

packages=()
for need in "$@"; do
  command -v "${need%%=*}" >/dev/null || packages+=("${need#*=}")
done
if ((${#packages[@]} == 0)); then
  exit 0
fi

root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null || ! command -v apt-get >/dev/null; then
    echo "Missing: ${packages[*]}. Install these, as Debian names them, and try again." >&2
    exit 1
  fi
  root=(sudo)
fi

"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
