#!/usr/bin/env bash
# Smoke of the evaluation project: every task that can run on what ships in the project runs once.
set -eu
run() { dotnet run -c Release --no-build --project benchmarks/StoryCompare.Evaluation -- "$@"; }
run figure-pairs --data tests/StoryCompare.Tests/Figures/figure_pairs.jsonl
