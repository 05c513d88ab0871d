#!/usr/bin/env bash
# Runs the notebooks' C# and F# files, and the cells of the .ipynb as C#, against the packed packages. Arguments: FEED WORK VERSION FALLBACK-PACKAGES.
set -eu
feed=$1
work="$2/notebooks"
mkdir -p "$work"
cp notebooks/compare.* .ci/cells.cs "$work/"
cp -r seeds "$work/seeds"
cat >"$work/nuget.config" <<XML
<configuration><packageSources><add key="packed" value="$feed" /></packageSources>
<config><add key="globalPackagesFolder" value="$2/notebook-packages" /></config>
<fallbackPackageFolders><add key="machine" value="$4" /></fallbackPackageFolders></configuration>
XML
cd "$work"
dotnet run compare.cs -- seeds
sed "1i #i \"\"\"nuget: $feed\"\"\"" compare.fsx >run.fsx
# F# interactive reads no nuget.config of this folder.
NUGET_PACKAGES="$2/notebook-packages" NUGET_FALLBACK_PACKAGES="$4" dotnet fsi run.fsx seeds
# The cells in order make one C# file; package directives become file-based-app directives.
{
  printf '#:package StoryCompare@%s\n#:package StoryCompare.Ingest@%s\n#:property PublishAot=false\n#:property NuGetAudit=false\n' "$3" "$3"
  dotnet run --file cells.cs -- compare.ipynb
  # What a kernel offers and plain C# does not.
  printf 'static void display(object value) => Console.WriteLine(value);\n'
} >notebook.cs
sed -i 's#"../seeds"#"seeds"#' notebook.cs
dotnet run notebook.cs
