using System.CommandLine;
using System.Text;
using System.Text.Json;
using StoryCompare.Ingest;

namespace StoryCompare.Cli;

/// <summary><c>storycompare cluster</c>: one line an article, in input order: <c>{"id","story"}</c>.</summary>
internal static class ClusterCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<bool> stream = new("--stream") { Description = "Add the articles one by one, as they would arrive, instead of all at once." };
        Option<string> format = new("--format") { Description = "jsonl, the only one.", DefaultValueFactory = static _ => "jsonl", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("jsonl");
        Option<string?> output = Inputs.Out();
        Command command = new("cluster", "Say which articles tell of one event: one line an article, in input order.") { paths, stream, format, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(stream), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string[] paths, bool stream, string? output)
    {
        ReadResult input = Inputs.Read(paths);
        if (input.Articles.Count == 0)
        {
            return ExitCode.Usage;
        }

        IReadOnlyList<ArticleStory> stories = stream ? Track(input.Articles) : StoryComparer.Default.Cluster(input.Articles);
        bool written = OutputFile.Write(output, utf8 =>
        {
            using StreamWriter writer = new(utf8, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            foreach (ArticleStory line in stories)
            {
                writer.WriteLine($"{{\"id\":{JsonSerializer.Serialize(line.Article, CliJson.Default.String)},\"story\":{JsonSerializer.Serialize(line.Story, CliJson.Default.String)}}}");
            }
        });
        return !written ? ExitCode.Usage : input.HasErrors ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static List<ArticleStory> Track(IReadOnlyList<Article> articles)
    {
        StoryTracker tracker = new();
        HashSet<string> used = new(StringComparer.Ordinal);
        List<string> ids = [];
        foreach (Article article in articles)
        {
            // A file's second article with an id in use is another article here, not a new version.
            string id = article.Id ?? "";
            for (int n = 2; !used.Add(id); n++)
            {
                id = $"{article.Id}~{n}";
            }

            ids.Add(tracker.Add(article with { Id = id }).Article);
        }

        Dictionary<string, string> stories = tracker.Stories().ToDictionary(static s => s.Article, static s => s.Story, StringComparer.Ordinal);
        return [.. ids.Select(id => new ArticleStory(id, stories[id]))];
    }
}
