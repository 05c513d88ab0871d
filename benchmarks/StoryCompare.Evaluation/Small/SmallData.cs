using System.Text.Encodings.Web;
using System.Text.Json;

namespace StoryCompare.Evaluation.Small;

/// <summary>
/// <c>--small</c>: runs a task on what ships with the project, the test stories and specs, brought into the schema of the public sets. These texts were seen while rules
/// were made: their scores show that a task works, not how good the library is.
/// </summary>
internal static class SmallData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the task's data into the folder; returns the arguments that name it.</summary>
    /// <exception cref="ArgumentException">The task has no small data.</exception>
    public static string[] Prepare(string task, string folder)
    {
        string tests = Path.Combine(Root(), "tests", "StoryCompare.Tests");
        string specs = Path.Combine(tests, "Specs");
        SmallStories stories = new(StoryBook.Load(Path.Combine(tests, "Stories")));
        string File(string name, IEnumerable<object> rows)
        {
            string path = Path.Combine(folder, name);
            System.IO.File.WriteAllLines(path, rows.Select(static r => JsonSerializer.Serialize(r, Json)));
            return path;
        }

        return task switch
        {
            "figure-pairs" => ["--data", Path.Combine(tests, "Figures", "figure_pairs.jsonl")],
            "figures" => ["--data", File("figures.jsonl", SmallSpecs.Figures(Path.Combine(specs, "Figures.md")))],
            "same-figures" => ["--data", File("same_figures.jsonl", stories.SameFigures())],
            "times" => ["--data", File("times.jsonl", SmallSpecs.Times(Path.Combine(specs, "TimeExpressions.md")))],
            "names" => ["--data", File("names.jsonl", SmallSpecs.NamePairs(Path.Combine(specs, "NamePairs.md")))],
            "name-gold" => ["--data", File("name_gold.json", [SmallSpecs.NameGold(Path.Combine(specs, "NameExtraction.md"))]), "--articles", File("name_articles.jsonl", SmallSpecs.NameArticles(Path.Combine(specs, "NameExtraction.md")))],
            "clustering" or "extract-names" or "background" => ["--data", File("articles.jsonl", stories.Articles())],
            "small-batches" => ["--data", .. stories.Books.Select(b => File(b.Name + ".jsonl", stories.Articles(b)))],
            "alignment" => ["--data", File("documents.jsonl", stories.Documents())],
            "pairs" => ["--data", File("pairs.jsonl", stories.Pairs()), "--documents", File("articles.jsonl", stories.Articles())],
            "relations" => ["--data", File("relations.jsonl", stories.Relations())],
            "false-alarms" => ["--data", File("paraphrases.jsonl", stories.Paraphrases())],
            "claims" => ["--data", File("articles.jsonl", stories.Articles()), "--gold", File("clusters.json", [stories.Clusters()])],
            _ => throw new ArgumentException($"The task '{task}' has no small data: give --data FILE."),
        };
    }

    private static string Root()
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (System.IO.File.Exists(Path.Combine(folder, "StoryCompare.sln")))
                {
                    return folder;
                }
            }
        }

        throw new FileNotFoundException("The repository's root was not found.");
    }
}
