#!/usr/bin/env bash
# Installs the packed tool from a folder feed and compares the seeds with it. Arguments: FEED VERSION WORK.
set -eu
dotnet tool install StoryCompare.Cli --version "$2" --tool-path "$3/tools" --add-source "$1"
"$3/tools/storycompare" compare seeds >"$3/tool.txt"
grep -q 'stories' "$3/tool.txt"
