namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>Runs a checklist of wordings: every wording of A beside every wording of B, each pair in a story of two articles.</summary>
internal static class ChecklistRunner
{
    private const string EndOfA = "Residents gathered near the scene as the news spread.\n\nA spokesman was to hold a briefing later.";
    private const string StartOfB = "Local radio carried the news within the hour.\n\n";
    private const string EndOfB = "More details were expected in the evening.";

    private static readonly DateTimeOffset Published = new(2016, 3, 7, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The items of a file beside this one.</summary>
    /// <exception cref="InvalidDataException">An item lacks two leads, A or B.</exception>
    public static IReadOnlyList<ChecklistItem> Read(string file)
    {
        List<ChecklistItem> items = [];
        foreach (string block in File.ReadAllText(TestFiles.InRepository("tests", "StoryCompare.Tests", "Claims", "Checklist", file)).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            string[] lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string[] leads = [.. lines.Where(static l => l.StartsWith("L: ", StringComparison.Ordinal)).Select(static l => l[3..])];
            string[] Wordings(string mark) => lines.SingleOrDefault(l => l.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Split(" | ") ?? throw new InvalidDataException($"no {mark} in \"{lines[0]}\" of {file}");
            items.Add(leads.Length == 2 ? new ChecklistItem(lines[0], leads[0], leads[1], Wordings("A: "), Wordings("B: ")) : throw new InvalidDataException($"not two leads in \"{lines[0]}\" of {file}"));
        }

        return items;
    }

    /// <summary>Lays out all pairs of an item: the two wordings, and the conflicts found of them (<paramref name="kind"/> null: of any kind) and anywhere else in the story.</summary>
    public static IEnumerable<ChecklistAnswer> Run(ChecklistItem item, ConflictKind? kind = null)
    {
        foreach (string a in item.A)
        {
            foreach (string b in item.B)
            {
                Article x = new($"{item.LeadA}\n\n{a} {EndOfA}") { Id = "a", Outlet = "Coast Daily", Published = Published };
                Article y = new($"{item.LeadB}\n\n{StartOfB}{b} {EndOfB}") { Id = "b", Outlet = "Harbour Post", Published = Published };
                Conflict[] all = [.. StoryComparer.Default.Compare([x, y]).Stories.SelectMany(static s => s.Conflicts).Where(c => kind is null || c.Kind == kind)];
                Conflict[] ofPair = [.. all.Where(c => Cites(c, "a", x.Text, a) && Cites(c, "b", y.Text, b))];
                yield return new ChecklistAnswer(a, b, ofPair, [.. all.Except(ofPair)]);
            }
        }
    }

    private static bool Cites(Conflict conflict, string article, string body, string wording)
    {
        int start = body.IndexOf(wording, StringComparison.Ordinal);
        return conflict.Sides.SelectMany(static s => s.Evidence).Any(e => e.Article == article && e.Span.Start < start + wording.Length && e.Span.End > start);
    }
}
