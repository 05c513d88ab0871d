#!/usr/bin/env bash
# Publishes the tool for this machine, self-contained, trimmed and compiled ahead, and compares the seeds and a .csv with it. Argument: WORK.
# The runtime packs come from NuGet; the lock files are not written (their RID-less content stays what restore checks).
set -eu
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) rid=linux-x64 ;;
  Linux-aarch64) rid=linux-arm64 ;;
  Darwin-arm64) rid=osx-arm64 ;;
  *) echo "no runtime identifier for this machine: left out"; exit 0 ;;
esac
dotnet publish src/StoryCompare.Cli -c Release -r "$rid" --self-contained -p:PublishTrimmed=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true \
  -p:RunAnalyzers=false -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/publish.lock.json -o "$1/published"
"$1/published/StoryCompare.Cli" compare seeds >"$1/published.txt"
dotnet run -c Release --no-build --project src/StoryCompare.Cli -- compare seeds >"$1/built.txt"
cmp "$1/published.txt" "$1/built.txt"
printf 'id,outlet,text\na,Coast Daily,A bridge fell in Oakham on Monday and 3 people died.\nb,Harbour Post,Three people died when a bridge fell in Oakham on Monday.\n' >"$1/two.csv"
"$1/published/StoryCompare.Cli" compare "$1/two.csv" | grep -q '2 articles, 1 story'
# Restoring again without the runtime identifier keeps later steps on the plain lock files.
dotnet restore --locked-mode >/dev/null
