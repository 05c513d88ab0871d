// Compares the seeds from F#. Run it with: dotnet fsi notebooks/compare.fsx seeds
#r "nuget: StoryCompare, 0.1.0"
#r "nuget: StoryCompare.Ingest, 0.1.0"

open System.IO
open StoryCompare
open StoryCompare.Ingest

let folder = match fsi.CommandLineArgs with [| _; path |] -> path | _ -> "seeds"
let articles = ArticleReader.Read([ folder ], Stream.Null).Articles
let report = StoryComparer.Default.Compare articles

for story in report.Stories do
    printfn "%O" story
    for conflict in story.Conflicts do
        printfn "  %O" conflict

report.ToRows()
|> Seq.filter (fun row -> row.Type = "figure")
|> Seq.iter (fun row -> printfn "  %s %s: %s" row.Article row.Finding row.Text)

// Track a stream: each article joins a story or starts one.
let tracker = StoryTracker()
for article in articles do
    printfn "%O" (tracker.Add article)
