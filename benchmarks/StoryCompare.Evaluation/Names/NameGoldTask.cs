using System.Text.Json;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Names;

/// <summary>Folds the names of the articles of a story and compares with gold: forms of one entity together, must-not-merge pairs apart.</summary>
internal sealed class NameGoldTask : EvaluationTask
{
    public override string Name => "name-gold";

    public override string Summary => "folding of a gold story's names (--articles FILE.jsonl or a folder of texts; --errors)";

    public override void Run(TaskArguments arguments)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(arguments.DataFile));
        (string[] ids, ArticleNames[] names) = Read(arguments.Get("articles") ?? throw new ArgumentException("Give the articles: --articles FILE."));
        int[][] groups = NameFolding.Fold(names, new NameOptions());
        int forms = 0;
        int found = 0;
        int pairs = 0;
        int joined = 0;
        foreach (JsonElement alias in gold.RootElement.GetProperty("aliases").EnumerateArray())
        {
            List<(string Form, HashSet<int> Groups)> seen = [];
            foreach (JsonProperty article in alias.GetProperty("forms").EnumerateObject())
            {
                int a = Array.IndexOf(ids, article.Name);
                foreach (JsonElement form in article.Value.EnumerateArray())
                {
                    HashSet<int> at = a < 0 ? [] : GroupsOf(form.GetString()!, names[a], groups[a]);
                    forms++;
                    found += at.Count > 0 ? 1 : 0;
                    seen.Add(($"{article.Name}:{form.GetString()}", at));
                }
            }

            for (int i = 1; i < seen.Count; i++)
            {
                if (seen[0].Groups.Count > 0 && seen[i].Groups.Count > 0)
                {
                    pairs++;
                    bool same = seen[0].Groups.Overlaps(seen[i].Groups);
                    joined += same ? 1 : 0;
                    Report(arguments, !same, $"apart\t{seen[0].Form}\t{seen[i].Form}");
                }
                else
                {
                    Report(arguments, true, $"not found\t{(seen[0].Groups.Count == 0 ? seen[0].Form : seen[i].Form)}");
                }
            }
        }

        int forbidden = 0;
        int merged = 0;
        foreach (JsonElement pair in gold.RootElement.GetProperty("must_not_merge").EnumerateArray())
        {
            string x = pair[0].GetString()!;
            string y = pair[1].GetString()!;
            HashSet<int> left = [.. Enumerable.Range(0, ids.Length).SelectMany(a => GroupsOf(x, names[a], groups[a]))];
            HashSet<int> right = [.. Enumerable.Range(0, ids.Length).SelectMany(a => GroupsOf(y, names[a], groups[a]))];
            forbidden++;
            bool same = left.Overlaps(right);
            merged += same ? 1 : 0;
            Report(arguments, same, $"MERGED\t{x}\t{y}");
        }

        ScoreTable.Print($"name-gold: {ids.Length} articles",
        [
            ("forms", forms),
            ("forms found", found),
            ("pairs of found forms", pairs),
            ("of these joined", joined),
            ("must not merge", forbidden),
            ("of these merged", merged),
        ]);
    }

    private static void Report(TaskArguments arguments, bool wrong, string line)
    {
        if (wrong && arguments.Has("errors"))
        {
            Console.WriteLine(line);
        }
    }

    private static HashSet<int> GroupsOf(string form, ArticleNames names, int[] groups)
    {
        string plain = NameText.Plain(form);
        string without = plain.Contains(' ', StringComparison.Ordinal) && (NameWords.OfFolded(plain.Split(' ')[0]) & NameWord.Title) != NameWord.None ? plain[(plain.IndexOf(' ', StringComparison.Ordinal) + 1)..] : plain;
        HashSet<int> found = [];
        for (int e = 0; e < names.Entities.Count; e++)
        {
            if (names.Entities[e].Forms.Any(f => NameText.Plain(f) is string p && (p == plain || p == without)))
            {
                found.Add(groups[e]);
            }
        }

        return found;
    }

    private static (string[] Ids, ArticleNames[] Names) Read(string path)
    {
        if (Directory.Exists(path))
        {
            string[] files = [.. Directory.GetFiles(path, "*.txt").OrderBy(static f => f, StringComparer.Ordinal)];
            return ([.. files.Select(static f => Path.GetFileName(f).Split('_')[0])], [.. files.Select(static f => Extract(File.ReadAllText(f), null))]);
        }

        JsonElement[] rows = [.. TaskArguments.Rows(path)];
        return ([.. rows.Select(static r => r.GetProperty("id").GetString()!)],
            [.. rows.Select(static r => Extract(r.GetProperty("text").GetString() ?? "", r.TryGetProperty("title", out JsonElement t) ? t.GetString() : null))]);
    }

    private static ArticleNames Extract(string text, string? title) =>
        NameExtractor.Extract(TextAnalyzer.Analyze(new Article(text) { Title = title }));
}
