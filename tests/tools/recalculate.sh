#!/usr/bin/env bash
# Recalculates workbooks with LibreOffice, whatever results they carry, and writes them to a folder as .xlsx.
# Usage: recalculate.sh FOLDER workbook.xlsx …
set -euo pipefail
target=$1
shift
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "$profile/user" "$target"
cat > "$profile/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XCU
soffice "-env:UserInstallation=file://$profile" --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir "$target" "$@" >/dev/null 2>&1
