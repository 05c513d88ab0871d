#!/usr/bin/env bash
# StoryCompare and scikit-learn beside each other on the same files, in the same run:
#   benchmarks/scripts/clustering.sh FILE.jsonl...        (rows: benchmarks/DATA.md)
# Without a file: 10,000 generated articles. Needs the .NET SDK and, for scikit-learn, Debian's python3-sklearn.
set -eu
cd "$(dirname "$0")/../.."
if [ $# -gt 0 ]; then set -- --generated 0 --data "$@"; fi
exec dotnet run -c Release --project benchmarks/StoryCompare.Benchmarks -- clustering "$@"
