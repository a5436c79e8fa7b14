#!/usr/bin/env bash
# Adds what is public and not yet declared to PublicAPI.Unshipped.txt of a project, e.g. eng/update-public-api.sh src/Shapes
set -euo pipefail
project=$1
file="$project/PublicAPI.Unshipped.txt"
new=$({ dotnet build "$project" --no-incremental 2>&1 || true; } | sed -nE "s/.*error RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" | sort -u)
{ echo "#nullable enable"; { grep -v '^#' "$file" || true; echo "$new"; } | grep -v '^$' | LC_ALL=C sort -u; } > "$file.new"
mv "$file.new" "$file"
