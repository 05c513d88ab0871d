using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different offices or ranks of one person: "CEO Lena Fosk" in one article, "chief operating officer Lena Fosk" in another.</summary>
/// <remarks>Only offices of one ladder are held against each other, only where each article tells one of them, and never former, acting or deputy ones. Linear in the story's names.</remarks>
internal static class OfficeConflicts
{
    // Tokens of an apposition before the office: "Lena Fosk, the company's chief executive".
    private const int AppositionReach = 5;

    // Tokens of the longest office before a name.
    private const int LongestOffice = 4;

    private static readonly Lexicon.PhraseTable Offices = Lexicon.PhraseTable.Of(EmbeddedData.Rows("offices.tsv").Where(static r => r[0] != "not").SelectMany(static r => r[2].Split('|').Select(p => (p, r[0] + "/" + r[1]))));
    private static readonly FrozenSet<uint> Not = EmbeddedData.Rows("offices.tsv").Where(static r => r[0] == "not").SelectMany(static r => r[2].Split('|')).Select(static w => TermHash.Of(w)).ToFrozenSet();

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger)
    {
        SortedDictionary<(int Person, string Ladder), List<Holding>> byPerson = [];
        foreach (SentenceRef at in story.Statements())
        {
            foreach (Holding h in Read(story, at))
            {
                (int, string) key = (h.Person, h.Office[..h.Office.IndexOf('/', StringComparison.Ordinal)]);
                if (!byPerson.TryGetValue(key, out List<Holding>? list))
                {
                    byPerson[key] = list = [];
                }

                list.Add(h);
            }
        }

        foreach (List<Holding> list in byPerson.Values)
        {
            Compare(story, list, ledger);
        }
    }

    private static List<Holding> Read(StoryContext story, SentenceRef at)
    {
        List<Holding> found = [];
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
            if ((Before(tokens, text, first) ?? Inside(tokens, text, first, end) ?? Behind(tokens, text, end)) is { } office)
            {
                found.Add(new Holding(at, article.GroupOf(name), office.Name, office.Span));
            }
        }

        return found;
    }

    // "CEO Lena Fosk", "Foreign Minister Elena Sorin"; a name may hold its title.
    private static (string Name, TextSpan Span)? Before(ReadOnlySpan<Token> tokens, TokenizedText text, int first)
    {
        int last = first > 0 && text.Source[tokens[first - 1].Start] == '.' ? first - 1 : first;
        for (int i = Math.Max(0, last - LongestOffice); i < last; i++)
        {
            if (Offices.Match(tokens, i, out int length) is { } office && i + length == last)
            {
                return IsOther(tokens, i) ? null : (office, new TextSpan(tokens[i].Start, tokens[last - 1].End));
            }
        }

        return null;
    }

    private static (string Name, TextSpan Span)? Inside(ReadOnlySpan<Token> tokens, TokenizedText text, int first, int end) =>
        Offices.Match(tokens, first, out int length) is { } office && first + length < end && !IsOther(tokens, first) && !(first + length < end && Offices.Match(tokens, first + length, out _) is not null)
            ? (office, new TextSpan(tokens[first].Start, tokens[first + length - 1].End))
            : null;

    // "Lena Fosk, the company's chief executive".
    private static (string Name, TextSpan Span)? Behind(ReadOnlySpan<Token> tokens, TokenizedText text, int end)
    {
        if (end >= tokens.Length || text.Source[tokens[end].Start] != ',')
        {
            return null;
        }

        for (int i = end + 1; i < Math.Min(tokens.Length, end + AppositionReach) && tokens[i].IsWord; i++)
        {
            if (Not.Contains(tokens[i].Term))
            {
                return null;
            }

            if (Offices.Match(tokens, i, out int length) is { } office)
            {
                return (office, new TextSpan(tokens[i].Start, tokens[i + length - 1].End));
            }
        }

        return null;
    }

    // "Former", "deputy", or one of two offices: "president and chief executive".
    private static bool IsOther(ReadOnlySpan<Token> tokens, int first) => first > 0 && Not.Contains(tokens[first - 1].Term);

    private static void Compare(StoryContext story, List<Holding> holdings, ConflictLedger ledger)
    {
        // An article that tells two offices tells of a career.
        Dictionary<int, string?> byArticle = holdings.GroupBy(static h => h.At.Article).ToDictionary(static g => g.Key, static g => g.Select(static h => h.Office).Distinct(StringComparer.Ordinal).Count() == 1 ? g.First().Office : null);
        Holding[] told = [.. holdings.Where(h => byArticle[h.At.Article] is not null)];
        if (byArticle.ContainsValue(null) || told.FirstOrDefault(h => h.Office != told[0].Office) is not { } other)
        {
            return;
        }

        string x = story.Analyzed(told[0].At.Article).Text.String(told[0].Span);
        string y = story.Analyzed(other.At.Article).Text.String(other.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = story.Cite(told[0].At).Text,
            Explanation = $"which office: {x} / {y}",
            Sides = [new SideDraft(x, [.. told.Where(h => h.Office == told[0].Office).Select(static h => h.At)]), new SideDraft(y, [.. told.Where(h => h.Office == other.Office).Select(static h => h.At)])],
            Details = [$"actor: one person as \"{x}\" and as \"{y}\", two rungs of one ladder; no article tells both"],
        });
    }

    private sealed record Holding(SentenceRef At, int Person, string Office, TextSpan Span);
}
