using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Which of several exclusive things a sentence tells of one named person: a rung of a ladder of offices, a rank of one office.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Person">The story's name group.</param>
/// <param name="Scale">What excludes one another: the ladder, the office.</param>
/// <param name="Value">What is told.</param>
/// <param name="Span">The words that tell it.</param>
internal sealed record PersonTelling(SentenceRef At, int Person, string Scale, string Value, TextSpan Span)
{
    /// <summary>What stands on a scale beside a name that is the tokens from <paramref name="first"/> up to <paramref name="end"/>; null for nothing.</summary>
    internal delegate (string Scale, string Value, TextSpan Span)? Reader(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int end);

    /// <summary>Adds a low conflict for each person of whom two outlets tell two things on one scale, and no article tells both. Linear in the story's names.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger, Reader read, string detail)
    {
        foreach (IGrouping<(int Person, string Scale), PersonTelling> same in story.Statements().SelectMany(at => Read(story, at, read)).GroupBy(static t => (t.Person, t.Scale)).OrderBy(static g => g.Key.Person).ThenBy(static g => g.Key.Scale, StringComparer.Ordinal))
        {
            PersonTelling[] all = [.. same];

            // An article that tells both tells of a career, or uses both words for one thing.
            bool both = all.GroupBy(static t => t.At.Article).Any(static g => g.Select(static t => t.Value).Distinct(StringComparer.Ordinal).Skip(1).Any());
            if (!both && Array.Find(all, t => t.Value != all[0].Value && story.Outlet[t.At.Article] != story.Outlet[all[0].At.Article]) is { } other)
            {
                ledger.Add(Draft(story, all, all[0], other, detail));
            }
        }
    }

    private static List<PersonTelling> Read(StoryContext story, SentenceRef at, Reader read)
    {
        List<PersonTelling> found = [];
        ArticleSlots article = story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(story.Sentence(at));
        foreach (NameMention name in article.Names(at.Sentence))
        {
            if (article.Article.Names.Entities[name.Entity].Kind != NameKind.Person)
            {
                continue;
            }

            (int first, int end) = FigureSlotReader.TokensOf(tokens, name.Span);
            if (read(text, tokens, first, end) is { } told)
            {
                found.Add(new PersonTelling(at, article.GroupOf(name), told.Scale, told.Value, told.Span));
            }
        }

        return found;
    }

    private static ConflictDraft Draft(StoryContext story, PersonTelling[] all, PersonTelling a, PersonTelling b, string detail)
    {
        string x = story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = story.Analyzed(b.At.Article).Text.String(b.Span);
        return new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = story.Cite(a.At).Text,
            Explanation = $"which office: {x} / {y}",
            Sides = [new SideDraft(x, [.. all.Where(t => t.Value == a.Value).Select(static t => t.At)]), new SideDraft(y, [.. all.Where(t => t.Value == b.Value).Select(static t => t.At)])],
            Details = [$"actor: one person as \"{x}\" and as \"{y}\", {detail}; no article tells both"],
        };
    }
}
