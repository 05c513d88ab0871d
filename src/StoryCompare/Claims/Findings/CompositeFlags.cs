namespace StoryCompare.Claims.Findings;

/// <summary>Flags that only comparing shows.</summary>
internal static class CompositeFlags
{
    /// <summary>For each article: <c>composite</c> where its text is cut in two reports and these contradict each other.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(StoryContext story, IReadOnlyList<Conflict> conflicts)
    {
        List<IReadOnlyList<string>> flags = [];
        for (int a = 0; a < story.Articles.Length; a++)
        {
            string id = story.Analyzed(a).Id;
            flags.Add(conflicts.Any(c => c.Internal && c.ExplainedBy == ConflictExplanation.Composite && c.Sides[0].Evidence[0].Article == id) ? ["composite"] : []);
        }

        return flags;
    }
}
