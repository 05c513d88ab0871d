#!/usr/bin/env bash
# What each package carries, and that its public surface breaks no earlier one. Arguments: FEED WORK.
set -eu
feed=$1
work="$2/packages-check"
mkdir -p "$work"
for package in StoryCompare StoryCompare.Ingest StoryCompare.Extensions StoryCompare.Cli; do
  file=$(ls "$feed/$package".[0-9]*.nupkg)
  rm -rf "$work/$package" && mkdir -p "$work/$package"
  unzip -q -o "$file" -d "$work/$package"
  for part in LICENSE NOTICE icon.png README.md; do
    [ -s "$work/$package/$part" ] || { echo "$package: $part is missing"; exit 1; }
  done
  grep -q '<license type="expression">MIT' "$work/$package/$package.nuspec" || { echo "$package: no licence"; exit 1; }
  grep -q '<readme>README.md' "$work/$package/$package.nuspec" || { echo "$package: no readme"; exit 1; }
  # SourceLink is part of the SDK: the commit is named, and where the clone's origin is a host that serves sources, symbols say where each lies.
  grep -q '<repository type="git".*commit="[0-9a-f]\{40\}"' "$work/$package/$package.nuspec" || { echo "$package: no commit"; exit 1; }
  [ "$package" = StoryCompare.Cli ] && continue
  find "$work/$package/lib" -name "$package.xml" | grep -q . || { echo "$package: no XML documentation"; exit 1; }
  unzip -q -o "$(ls "$feed/$package".[0-9]*.snupkg)" -d "$work/$package/symbols"
  pdb=$(find "$work/$package/symbols" -name "$package.pdb")
  [ -s "$pdb" ] || { echo "$package: no symbols"; exit 1; }
  if git remote get-url origin 2>/dev/null | grep -qE '[/@.](github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com)[/:]'; then
    grep -aq '"documents"' "$pdb" || { echo "$package: symbols without SourceLink"; exit 1; }
  fi
  if grep -aq "$PWD" "$pdb"; then echo "$package: symbols name this machine's folder"; exit 1; fi
done

# Package validation against the last version that was tagged, built anew from its tag.
tag=$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null || true)
if [ -z "$tag" ]; then
  echo "left out: validation against an earlier version (no tag v* yet)"
  exit 0
fi
git worktree add -q --detach "$work/baseline" "$tag"
trap 'git worktree remove --force "$work/baseline"' EXIT
(cd "$work/baseline" && dotnet pack -c Release -o "$work/earlier" >/dev/null)
for package in StoryCompare StoryCompare.Ingest StoryCompare.Extensions; do
  dotnet pack "src/$package" -c Release --no-build -o "$work/again" -p:PackageValidationBaselinePath="$(ls "$work/earlier/$package".[0-9]*.nupkg)"
done
