using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different numbers of one thing that one person by name has: "Dunn had 12 points", "Dunn scored 14 points"; "a mother of three", "Ada Bell, mother of four".</summary>
/// <remarks>
/// The name must stand right before the verb and number, so that a list gives each his own. An article that tells several such numbers of one person tells of several times and is left out;
/// children are counted once. Wherever in the story they stand; linear in its figures, pairs only within person and thing.
/// </remarks>
internal sealed class HolderFigures
{
    // Words between the name and its number, and between "mother of 11" and the name behind.
    private const int MostBetween = 4;

    // A sentence of more figures is a table: which name has which number cannot be told, and asking each figure for its name would be quadratic.
    private const int MostInSentence = 32;

    // Two reports of one thing differ by less.
    private const double FarthestFactor = 3;

    private const string Children = "children";

    private static readonly TermSet Holding = WordSets.Of("holding.verbs");
    private static readonly TermSet PartsOfTime = WordSets.Of("holding.parts");
    private static readonly TermSet Parents = TermHash.SetOf("mother", "father", "mom", "mum", "dad", "parent");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint From = TermHash.Of("from");

    private readonly StoryContext _story;
    private readonly Scope _scope;

    private HolderFigures(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
    }

    /// <summary>Adds the conflicts to the ledger, those left out that another rule has found.</summary>
    public static void Find(StoryContext story, Scope scope, IReadOnlyList<FigureGroup> groups, ConflictLedger ledger)
    {
        HolderFigures finder = new(story, scope);
        List<Held> all = [.. groups.SelectMany(static g => g.Members).GroupBy(static f => f.At).Where(static s => s.Count() <= MostInSentence).OrderBy(static s => s.Key.Article).ThenBy(static s => s.Key.Sentence)
            .SelectMany(static s => s.OrderBy(static f => f.Extracted.Span.Start)).Select(finder.Read).OfType<Held>()];

        // Where one parent alone is counted by name, a parent without a name is the same.
        int[] parents = [.. all.Where(static h => h.Thing == Children && h.Holder >= 0).Select(static h => h.Holder).Distinct()];
        foreach (IGrouping<(int, string), Held> one in all.Select(h => h.Holder < 0 && parents.Length == 1 ? h with { Holder = parents[0] } : h).Where(static h => h.Holder >= 0).GroupBy(static h => (h.Holder, h.Thing)))
        {
            finder.Compare([.. one], ledger);
        }
    }

    private Held? Read(StoryFigure f)
    {
        if (f.Figure.Qualifier != FigureQualifier.Exactly || f.Figure.Value < 2 || f.Slot.IsUnreal)
        {
            return null;
        }

        ArticleSlots article = _story.Articles[f.At.Article];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(f.At));
        (int first, int end) = FigureSlotReader.TokensOf(tokens, f.Extracted.Span);
        return first >= 2 && tokens[first - 1].Term == Of && Parents.Contains(tokens[first - 2].Term) ? new Held(f, ParentOf(article, f, tokens, first), Children, true)
            : f.Figure.Unit.Length == 0 || f.Figure.Unit is "age" or "people" || f.Figure.Counts.Contains(' ', StringComparison.Ordinal) || _scope.IsPart(f) || _scope.IsOlder(f) || IsOfPartOfTime(tokens) ? null
            : OwnerOf(article, f, tokens, first, end) is >= 0 and int owner ? new Held(f, owner, f.Figure.Unit, false)
            : null;
    }

    // "Paced by 13 points from Dunn at the half".
    private static bool IsOfPartOfTime(ReadOnlySpan<Token> tokens)
    {
        foreach (Token t in tokens)
        {
            if (PartsOfTime.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    // "Mother of 11 Ada Bell", "Ada Bell, 34, a mother of 11": the name right behind or right before; -1 where none is.
    private static int ParentOf(ArticleSlots article, StoryFigure f, ReadOnlySpan<Token> tokens, int first)
    {
        int parent = -1;
        foreach (NameMention n in article.Names(f.At.Sentence))
        {
            if (article.Article.Names.Entities[n.Entity].Kind is not (NameKind.Person or NameKind.Other))
            {
                continue;
            }

            (int start, int behind) = FigureSlotReader.TokensOf(tokens, n.Span);
            if (start == first + 1)
            {
                return article.GroupOf(n);
            }

            parent = behind <= first - 2 && IsAppositionTo(tokens, behind, first - 2) ? article.GroupOf(n) : parent;
        }

        return parent;
    }

    // Nothing but an age, marks and small words stand between.
    private static bool IsAppositionTo(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens[i].IsWord && tokens[i].IsContent && !tokens[i].IsCapitalised)
            {
                return false;
            }
        }

        return to - from <= MostBetween + MostBetween;
    }

    // "Dunn had 12 points", "13 points from Dunn"; -1 where something else stands between.
    private static int OwnerOf(ArticleSlots article, StoryFigure f, ReadOnlySpan<Token> tokens, int first, int end)
    {
        foreach (NameMention n in article.Names(f.At.Sentence))
        {
            (int start, int behind) = FigureSlotReader.TokensOf(tokens, n.Span);
            if (article.Article.Names.Entities[n.Entity].Kind != NameKind.Person)
            {
                continue;
            }

            if (behind < first && first - behind <= MostBetween && HoldsAll(tokens, behind, first))
            {
                return article.GroupOf(n);
            }

            if (start == end + 1 && tokens[end].Term == From)
            {
                return article.GroupOf(n);
            }
        }

        return -1;
    }

    private static bool HoldsAll(ReadOnlySpan<Token> tokens, int from, int to)
    {
        bool verb = false;
        for (int i = from; i < to; i++)
        {
            if (!tokens[i].IsWord || tokens[i].IsCapitalised || (tokens[i].IsContent && !Holding.Contains(tokens[i].Term)))
            {
                return false;
            }

            verb |= Holding.Contains(tokens[i].Term);
        }

        return verb;
    }

    private void Compare(Held[] told, ConflictLedger ledger)
    {
        // Several numbers of one article are of several times, or a part and the whole.
        ILookup<int, double> byArticle = told.ToLookup(static h => h.Figure.At.Article, static h => h.Figure.Figure.Value);
        Held[] single = [.. told.Where(h => h.Once || byArticle[h.Figure.At.Article].Distinct().Count() == 1)];
        for (int i = 0; i < single.Length; i++)
        {
            for (int j = i + 1; j < single.Length; j++)
            {
                Held a = single[i];
                Held b = single[j];
                double x = a.Figure.Figure.Value;
                double y = b.Figure.Figure.Value;
                if (x != y && Math.Max(x, y) <= FarthestFactor * Math.Min(x, y) && _story.Outlet[a.Figure.At.Article] != _story.Outlet[b.Figure.At.Article]
                    && (a.Once || (_story.Analyzed(a.Figure.At.Article).Published.From is var p && _story.Analyzed(b.Figure.At.Article).Published.From is var q && (p is null || q is null || Math.Abs(p.Value.DayNumber - q.Value.DayNumber) <= 2)))
                    && !ledger.Tells(ConflictKind.Figure, a.Figure.At, b.Figure.At))
                {
                    Write(single, a, b, ledger);
                    return;
                }
            }
        }
    }

    private void Write(Held[] all, Held a, Held b, ConflictLedger ledger)
    {
        string x = Words(a);
        string y = Words(b);
        string thing = a.Once ? Children : a.Figure.Figure.Counts.Length > 0 ? a.Figure.Figure.Counts : a.Thing;
        bool update = !a.Once && _story.Analyzed(a.Figure.At.Article).Published.From is { } p && _story.Analyzed(b.Figure.At.Article).Published.From is { } q && (p < q) == (a.Figure.Figure.Value < b.Figure.Figure.Value) && p != q;
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = Severity.Low,
            About = thing,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"{thing} of one person: {x} / {y}",
            Sides = [Side(all, x, a), Side(all, y, b)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"figure: \"{x}\" against \"{y}\", both told of one person by name{(a.Once ? "" : ", each article tells one such number")}; low, since they may be of two times")],
        });
    }

    private static SideDraft Side(Held[] all, string says, Held one) => new(says, [.. all.Where(h => h.Figure.Figure.Value == one.Figure.Figure.Value).Select(static h => h.Figure.At).Distinct()]);

    // "13 Ada Bell shot": the number alone.
    private string Words(Held h)
    {
        string words = _story.Analyzed(h.Figure.At.Article).Text.String(h.Figure.Extracted.Span);
        return h.Once ? words.Split(' ')[0] : words;
    }

    private sealed record Held(StoryFigure Figure, int Holder, string Thing, bool Once);
}
