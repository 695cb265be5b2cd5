#!/usr/bin/env bash
# Converts documents with LibreOffice, with a profile of its own. Usage: convert.sh FOLDER FORMAT file …
set -euo pipefail
target=$1 format=$2
shift 2
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$format" --outdir "$target" "$@" >/dev/null 2>&1
