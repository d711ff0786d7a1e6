#!/usr/bin/env bash
# How long a price takes in the npm packages of package.json, which it installs beside this file: nanoseconds a call, as JSON.
#
#   benchmarks/npm/compare.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
  echo "Node isn't installed: skipped"
  exit 0
fi

npm install --no-package-lock --no-audit --no-fund --loglevel=error > /dev/null
node compare.mjs "${1:-3}"
