#!/usr/bin/env bash
# Smoke of the evaluation project: every accuracy task runs once on what ships in the project. Tasks that only learn or count are left out.
set -eu
for task in figures figure-pairs same-figures times names name-gold clustering small-batches alignment pairs relations false-alarms claims; do
  dotnet benchmarks/StoryCompare.Evaluation/bin/Release/net10.0/StoryCompare.Evaluation.dll "$task" --small
done
