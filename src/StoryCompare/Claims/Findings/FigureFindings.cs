using StoryCompare.Syndication;

namespace StoryCompare.Claims.Findings;

/// <summary>Writes figure groups as findings.</summary>
internal static class FigureFindings
{
    /// <summary>Every figure of the story, given as the groups to report; those of more outlets first, then in order of first mention.</summary>
    public static IReadOnlyList<RecurringFigure> Write(StoryContext story, IReadOnlyList<FigureGroup> groups)
    {
        List<RecurringFigure> found = [];
        foreach (FigureGroup g in groups.Select(static (g, i) => (g, i)).OrderByDescending(x => story.CountOutlets(x.g.Members.Select(static m => m.At.Article)) >= 2).ThenBy(static x => x.i).Select(static x => x.g))
        {
            int outlets = story.CountOutlets(g.Members.Select(static m => m.At.Article));
            OriginCount origins = Origins.Count(story.Input.Articles, story.Input.Dependence, [.. g.Members.Select(static m => (m.At.Article, m.At.Sentence)).Distinct()], story.Input.NameGroups);
            found.Add(new RecurringFigure
            {
                Id = story.IdOf('g', found.Count),
                Figure = g.Representative.Extracted.Figure,
                Outlets = outlets,
                Origins = Math.Max(1, origins.Count),
                Mentions = [.. g.Members.Select(m => new FigureMention(story.Analyzed(m.At.Article).Cite(m.Extracted.Span), m.Extracted.Figure, m.Speaker))],
            });
        }

        return found;
    }
}
