using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one group of people, or one thing that somebody did something to, under different nationalities: "23 Orran sailors", "12 Orrans and 11 Tarns".</summary>
/// <remarks>Always low. People are one group where their number is one and their kind; things where one name does one act to them and their nouns are kin.</remarks>
internal sealed class NationalityConflicts
{
    // Tokens from a number to the noun that it counts.
    private const int NounWithin = 5;

    // Tokens behind a verb in which its object stands.
    private const int ObjectWithin = 5;

    // People fewer than this may be anybody.
    private const int Fewest = 3;

    private static readonly TermMap<int> Nations = Load();
    private static readonly uint And = TermHash.Of("and");

    private readonly StoryContext _story;
    private readonly Scope _scope;

    private NationalityConflicts(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        NationalityConflicts finder = new(story, scope);
        foreach (IGrouping<double, Band> number in story.Statements().SelectMany(finder.ReadBands).GroupBy(static b => b.Number).OrderBy(static g => g.Key))
        {
            Band[] bands = [.. number];
            if (Array.Exists(bands, b => !b.Nations.SetEquals(bands[0].Nations)))
            {
                finder.WriteFirst(bands, static (a, b) => a.Noun == b.Noun || a.Noun == 0 || b.Noun == 0 || Kinship.Of(a.Noun, b.Noun) != KinKind.None, ledger);
            }
        }

        foreach (IGrouping<(int Act, int Name), Band> act in story.Statements().SelectMany(finder.ReadObjects).GroupBy(static b => (b.Act, b.Name)).OrderBy(static g => g.Key))
        {
            finder.WriteFirst([.. act], (a, b) => story.Aligned(a.At, b.At) || ((a.Noun == b.Noun || Kinship.Of(a.Noun, b.Noun) != KinKind.None) && scope.NamesOf(a.At).Intersect(scope.NamesOf(b.At)).Skip(1).Any()), ledger);
        }
    }

    // "23 Orran sailors"; "12 Orrans and 11 Tarns" are 23.
    private List<Band> ReadBands(SentenceRef at)
    {
        List<Band> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(at));
        Range figures = article.Figures(at.Sentence);
        for (int i = figures.Start.Value; i < figures.End.Value; i++)
        {
            Figures.ExtractedFigure f = article.Article.Figures[i];
            (int first, _) = FigureSlotReader.TokensOf(tokens, f.Span);
            (HashSet<int> nations, uint noun, int end) = Nation(tokens, first + 1);
            if (nations.Count == 0)
            {
                continue;
            }

            double number = f.Figure.Value;
            TextSpan span = new(f.Span.Start, tokens[end - 1].End);
            if (i + 1 < figures.End.Value && end < tokens.Length && tokens[end].Term == And && article.Article.Figures[i + 1].Span.Start == tokens[Math.Min(end + 1, tokens.Length - 1)].Start)
            {
                Figures.ExtractedFigure g = article.Article.Figures[++i];
                (int next, _) = FigureSlotReader.TokensOf(tokens, g.Span);
                (HashSet<int> more, uint other, int last) = Nation(tokens, next + 1);
                if (more.Count > 0)
                {
                    nations.UnionWith(more);
                    number += g.Figure.Value;
                    noun = noun == 0 ? other : noun;
                    span = new TextSpan(f.Span.Start, tokens[last - 1].End);
                }
            }

            if (number >= Fewest)
            {
                found.Add(new Band(at, number, -1, -1, noun, nations, span));
            }
        }

        return found;
    }

    // "Sank an Orran trawler": by whom, and what.
    private List<Band> ReadObjects(SentenceRef at)
    {
        List<Band> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(at));
        foreach (ActMention m in article.Acts(at.Sentence))
        {
            int next = m.FirstToken + m.TokenCount;
            if ((m.Part & ActPart.Verb) == 0 || SpeechActs.Contains(m.Class) || next >= tokens.Length)
            {
                continue;
            }

            (HashSet<int> nations, uint noun, int end) = Nation(tokens, next);
            if (nations.Count == 0 || noun == 0)
            {
                continue;
            }

            foreach (NameMention n in article.Names(at.Sentence))
            {
                if (n.Span.End <= tokens[m.FirstToken].Start)
                {
                    found.Add(new Band(at, 0, m.Class, article.GroupOf(n), noun, nations, new TextSpan(tokens[next].Start, tokens[end - 1].End)));
                }
            }
        }

        return found;
    }

    // Nationalities before the noun from a token on, the noun, and one past it.
    private static (HashSet<int> Nations, uint Noun, int End) Nation(ReadOnlySpan<Token> tokens, int from)
    {
        HashSet<int> nations = [];
        int end = from;
        for (int i = from; i < Math.Min(tokens.Length, from + Math.Max(NounWithin, ObjectWithin)) && tokens[i].IsWord; i++)
        {
            if (Nations.TryGetValue(tokens[i].Term, out int nation) && tokens[i].IsCapitalised)
            {
                nations.Add(nation);
                end = i + 1;
            }
            else if (nations.Count > 0 && tokens[i].IsContent)
            {
                // "An Orran fishing vessel": the last noun.
                int last = i;
                while (last + 1 < tokens.Length && last < i + 2 && tokens[last + 1].IsContent && tokens[last + 1].IsWord && !tokens[last + 1].IsCapitalised && !IsVerb(tokens[last + 1]))
                {
                    last++;
                }

                return tokens[i].IsCapitalised ? (nations, 0, end) : (nations, tokens[last].Stem, last + 1);
            }
            else if (nations.Count > 0 && !(tokens[i].Term == And && i + 1 < tokens.Length && Nations.ContainsKey(tokens[i + 1].Term)))
            {
                break;
            }
            else if (tokens[i].IsCapitalised && i > from)
            {
                break;
            }
        }

        return (nations, 0, end);
    }

    private static bool IsVerb(in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if ((e.Part & ActPart.Noun) == 0 && (e.Part & ActPart.Verb) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void WriteFirst(Band[] all, Func<Band, Band, bool> tied, ConflictLedger ledger)
    {
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                Band a = all[i];
                Band b = all[j];
                if (_story.Outlet[a.At.Article] != _story.Outlet[b.At.Article] && !a.Nations.SetEquals(b.Nations) && tied(a, b) && _scope.IsOlder(a.At) == _scope.IsOlder(b.At) && !TellsBoth(all, a, b) && !TellsBoth(all, b, a))
                {
                    Write(a, b, all, ledger);
                    return;
                }
            }
        }
    }

    private static bool TellsBoth(Band[] all, Band a, Band b) => Array.Exists(all, x => x.At.Article == a.At.Article && x.Nations.SetEquals(b.Nations));

    private void Write(Band a, Band b, Band[] all, ConflictLedger ledger)
    {
        string x = _story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = x,
            Explanation = $"which nationality: {x} / {y}",
            Sides = [new SideDraft(x, [.. all.Where(n => n.Nations.SetEquals(a.Nations)).Select(static n => n.At)]), new SideDraft(y, [.. all.Where(n => n.Nations.SetEquals(b.Nations)).Select(static n => n.At)])],
            Details = [string.Create(CultureInfo.InvariantCulture, $"actor: \"{x}\" and \"{y}\"; {(a.Act < 0 ? "one number of people" : "one act of one actor")}, different nationalities")],
        });
    }

    private static TermMap<int> Load()
    {
        Dictionary<uint, int> nations = [];
        int country = 0;
        foreach (string[] row in EmbeddedData.Rows("countries.tsv"))
        {
            foreach (string word in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Where(static w => !w.Contains(' ', StringComparison.Ordinal)))
            {
                nations.TryAdd(TermHash.Of(word), country);
            }

            country++;
        }

        return nations.ToTermMap(static p => p.Key, static p => p.Value);
    }

    private sealed record Band(SentenceRef At, double Number, int Act, int Name, uint Noun, HashSet<int> Nations, TextSpan Span);
}
