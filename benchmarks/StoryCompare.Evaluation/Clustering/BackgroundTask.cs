using System.Globalization;
using System.Text.Json;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>Rebuilds the background document-frequency table: counts the words of the given articles and adds the counts of a table, when one is given.</summary>
internal sealed class BackgroundTask : EvaluationTask
{
    // Rarer words say little and would name people.
    private const int LeastDocuments = 3;

    public override string Name => "background";

    public override string Summary => "document frequencies: --data FILE FILE … [--table TABLE.tsv] --out document_frequencies.tsv";

    public override void Run(TaskArguments arguments)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        int documents = 0;
        foreach (string file in arguments.Files("table"))
        {
            foreach (string[] row in File.ReadLines(file).Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('\t')))
            {
                int count = int.Parse(row[1], CultureInfo.InvariantCulture);
                documents += row[0] == "*" ? count : 0;
                counts[row[0]] = row[0] == "*" ? 0 : count;
            }
        }

        counts.Remove("*");
        foreach (JsonElement article in arguments.Files("data").SelectMany(TaskArguments.Rows))
        {
            documents++;
            HashSet<string> words = new(StringComparer.Ordinal);
            Collect(article, "title", words);
            Collect(article, "text", words);
            foreach (string word in words)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        string[] lines = [.. counts.Where(static c => c.Value >= LeastDocuments).OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal).Select(static c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{c.Value}"))];
        if (arguments.Get("out") is { Length: > 0 } path)
        {
            File.WriteAllLines(path, ["# Documents that hold each word (lower case, surface form); the row \"*\" is the number of documents. Learned from public news corpora: see NOTICE.", string.Create(CultureInfo.InvariantCulture, $"*\t{documents}"), .. lines]);
        }

        ScoreTable.Print("background", [("documents", documents), ("words", lines.Length)]);
    }

    private static void Collect(JsonElement article, string property, HashSet<string> words)
    {
        if (!article.TryGetProperty(property, out JsonElement value) || value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        TokenizedText text = TextAnalyzer.Sentence(value.GetString()!);
        foreach (Token token in text.Tokens.Where(static t => t.IsWord))
        {
            words.Add(text.Chars(token).ToString().ToLowerInvariant());
        }
    }
}
