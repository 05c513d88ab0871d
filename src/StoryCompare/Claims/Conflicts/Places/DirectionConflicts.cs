using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one thing told to lie in two directions from a place: "150 miles west of Orra", "150 miles east of Orra".</summary>
/// <remarks>Neighbouring points of the compass ("south", "southeast") are one direction told more or less exactly. Linear in the story's sentences, and in pairs that share the place.</remarks>
internal sealed class DirectionConflicts
{
    // Tokens from the direction to the place ("west of the port of X"), and from the distance to the direction.
    private const int ToPlace = 6;
    private const int FromDistance = 4;

    // Points of the compass; those two or more apart contradict each other.
    private const int Points = 8;
    private const int LeastApart = 2;

    // Share of the poorer sentence in common where no equal distance ties the two.
    private const double LeastOfSentence = 0.3;

    // Directions from one place that are compared.
    private const int MostPerPlace = 60;

    private static readonly TermMap<int> Compass = EmbeddedData.Rows("compass.tsv").SelectMany(static r => r[1].Split('|').Select(w => (Term: TermHash.Of(w), Point: int.Parse(r[0], CultureInfo.InvariantCulture))))
        .ToTermMap(static x => x.Term, static x => x.Point);

    private static readonly TermSet From = TermHash.SetOf("of", "from");

    private readonly StoryContext _story;
    private readonly Scope _scope;

    private DirectionConflicts(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        DirectionConflicts finder = new(story, scope);
        foreach (IGrouping<int, Bearing> place in story.Statements().SelectMany(finder.Read).GroupBy(static b => b.Place).OrderBy(static g => g.Key))
        {
            finder.Compare([.. place.Take(MostPerPlace)], ledger);
        }
    }

    private List<Bearing> Read(SentenceRef at)
    {
        List<Bearing> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(at));
        foreach (NameMention name in article.Names(at.Sentence))
        {
            (int first, _) = FigureSlotReader.TokensOf(tokens, name.Span);
            for (int i = first - 2; i >= Math.Max(0, first - ToPlace) && article.Article.Names.Entities[name.Entity].Kind != NameKind.Person; i--)
            {
                if (From.Contains(tokens[i + 1].Term) && Compass.TryGetValue(tokens[i].Term, out int point))
                {
                    found.Add(new Bearing(at, article.GroupOf(name), point, DistanceBefore(tokens, text, i), new TextSpan(tokens[i].Start, name.Span.End)));
                    break;
                }

                if (tokens[i + 1].Kind == TokenKind.Punctuation)
                {
                    break;
                }
            }
        }

        return found;
    }

    // The number of miles, as written; empty where none is told.
    private static string DistanceBefore(ReadOnlySpan<Token> tokens, TokenizedText text, int direction)
    {
        for (int i = direction - 1; i >= Math.Max(0, direction - FromDistance); i--)
        {
            if (tokens[i].Kind == TokenKind.Number)
            {
                return text.String(tokens[i].Span);
            }
        }

        return "";
    }

    // One conflict a place: the pair that is tied best, and whoever else tells either direction.
    private void Compare(Bearing[] all, ConflictLedger ledger)
    {
        (Bearing A, Bearing B)? best = null;
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                if (Contradict(all[i], all[j]) && (best is null || (!AreEqual(best.Value.A, best.Value.B) && AreEqual(all[i], all[j]))))
                {
                    best = (all[i], all[j]);
                }
            }
        }

        if (best is { } pair)
        {
            Write(pair.A, pair.B, all, ledger);
        }
    }

    private bool Contradict(Bearing a, Bearing b)
    {
        int apart = Math.Abs(a.Point - b.Point);
        return Math.Min(apart, Points - apart) >= LeastApart && a.At.Article != b.At.Article && (AreEqual(a, b) || _story.Aligned(a.At, b.At) || _scope.SharedSentence(a.At, b.At) >= LeastOfSentence);
    }

    private static bool AreEqual(Bearing a, Bearing b) => a.Distance.Length > 0 && a.Distance == b.Distance;

    private void Write(Bearing a, Bearing b, Bearing[] all, ConflictLedger ledger)
    {
        bool equal = AreEqual(a, b);
        string x = _story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Place,
            Severity = equal ? Severity.Medium : Severity.Low,
            About = x,
            Explanation = $"in which direction: {x} / {y}",
            Sides = [SideOf(a, x, all), SideOf(b, y, all)],
            Details = [$"place: \"{x}\" against \"{y}\"; {(equal ? "one distance from one place" : "sentences that share words")}, directions that no point of the compass joins"],
        });
    }

    private static SideDraft SideOf(Bearing bearing, string words, Bearing[] all) =>
        new(words, [.. all.Where(o => o.At == bearing.At || (o.Point == bearing.Point && AreEqual(o, bearing))).Select(static o => o.At)]);

    private sealed record Bearing(SentenceRef At, int Place, int Point, string Distance, TextSpan Span);
}
