using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads who takes an office: "named Ada Bell chief executive", "the new mayor is Ada Bell". Only where the sentence tells of coming, not of going, and of one person. Linear in the sentence.</summary>
internal static class OfficeReader
{
    // Tokens between the word for coming, the office and the name.
    private const int Reach = 10;

    private static readonly TermSet Coming = WordSets.Of("event.coming");
    private static readonly TermSet Going = WordSets.Of("event.going");
    private static readonly TermSet After = WordSets.Of("event.predecessor");

    /// <summary>Adds who takes which office; one a sentence.</summary>
    public static void Read(ArticleSlots article, SentenceRef at, Dictionary<string, int> offices, List<EventFill> found)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
        int office = -1, end = -1, coming = -1;
        string? name = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Going.Contains(tokens[i].Term) || tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] == '?')
            {
                return;
            }

            coming = Coming.Contains(tokens[i].Term) ? i : coming;
            if ((name is null || end <= coming) && OfficeWords.Ladders.Match(tokens, i, out int length) is { } told)
            {
                // "The president named Ada Bell interior minister": the office behind the word for coming.
                (office, end, name) = (i, i + length, i > 0 && OfficeWords.Other.Contains(tokens[i - 1].Term) ? "" : told);
                i += length - 1;
            }
        }

        if (name is null or "" || coming < 0 || !IsNear(coming, coming + 1, office, end))
        {
            return;
        }

        NameMention? who = null;
        foreach (NameMention n in article.Names(at.Sentence))
        {
            (int first, int last) = FigureSlotReader.TokensOf(tokens, n.Span);
            if (article.Article.Names.Entities[n.Entity].Kind != NameKind.Person || (first > 0 && After.Contains(tokens[first - 1].Term)) || IsSource(article, at.Sentence, n.Span) || (tokens[last - 1].Flags & TokenFlags.Possessive) != 0)
            {
                continue;
            }

            if (who is not null || !IsNear(first, last, office, end))
            {
                return;
            }

            who = n;
        }

        if (who is { } person)
        {
            if (!offices.TryGetValue(name, out int number))
            {
                offices[name] = number = offices.Count;
            }

            found.Add(new EventFill { At = at, Frame = number, Slot = EventSlot.Office, Span = person.Span, Names = new HashSet<int> { article.GroupOf(person) } });
        }
    }

    private static bool IsNear(int first, int end, int from, int to) => first - to <= Reach && from - end <= Reach;

    private static bool IsSource(ArticleSlots article, int sentence, TextSpan span)
    {
        foreach (Quotes.Attribution a in article.Attributions(sentence))
        {
            if (a.Source.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }
}
