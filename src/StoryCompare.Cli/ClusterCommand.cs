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
        Option<string?> state = new("--state") { Description = "With --stream: a file that keeps the tracker between runs. Read when it exists, written whole at the end.", HelpName = "FILE" };
        Option<string> format = new("--format") { Description = "jsonl, the only one.", DefaultValueFactory = static _ => "jsonl", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("jsonl");
        Option<string?> output = Inputs.Out();
        Command command = new("cluster", "Say which articles tell of one event: one line an article, in input order.") { paths, stream, state, format, output };
        command.Validators.Add(result =>
        {
            if (result.GetResult(state) is not null && !result.GetValue(stream))
            {
                result.AddError("--state needs --stream.");
            }
        });
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(stream), parsed.GetValue(state), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string[] paths, bool stream, string? state, string? output)
    {
        ReadResult input = Inputs.Read(paths);
        if (input.Articles.Count == 0)
        {
            return ExitCode.Usage;
        }

        IReadOnlyList<ArticleStory>? stories = stream ? Track(input.Articles, state) : StoryComparer.Default.Cluster(input.Articles);
        if (stories is null)
        {
            return ExitCode.Usage;
        }

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

    // Null when the state cannot be read or written, which is said on standard error.
    private static List<ArticleStory>? Track(IReadOnlyList<Article> articles, string? state)
    {
        try
        {
            StoryTracker tracker = state is not null && File.Exists(state) ? StoryTracker.Load(state) : new StoryTracker();
            List<ArticleStory> stories = Track(articles, tracker);
            if (state is not null)
            {
                tracker.Save(state);
            }

            return stories;
        }
        catch (Exception e) when (state is not null && e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"storycompare: {state}: {e.Message}");
            return null;
        }
    }

    private static List<ArticleStory> Track(IReadOnlyList<Article> articles, StoryTracker tracker)
    {
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
