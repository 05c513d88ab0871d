using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>What ties two figures to one count or measure, wherever they stand in the story.</summary>
/// <param name="Strength">How firmly, in [0, 1]; 0 where nothing does.</param>
/// <param name="Why">The tie in words.</param>
internal readonly record struct FigureTie(double Strength, string Why)
{
    // Counts of people in one role, and what is told once of an event, are tied by that alone; shared words add to it.
    private const double OfRole = 0.42;
    private const double OfOnce = 0.5;

    // Crowds gather more than once: without a shared word no more than a hint.
    private const double OfBareCrowd = 0.35;

    // The same thing with a shared word about it ("three villages destroyed", "five villages ... destroyed").
    private const double OfThing = 0.3;

    // A measure ("14 tonnes", "45 metres") with a shared word that says what is measured.
    private const double OfMeasure = 0.2;

    // Amounts of one kind ("damage of $5 million"), and what shared words add to them.
    private const double OfMatter = 0.32;
    private const double OfMatterWords = 0.4;
    private const double OfKinMatter = 0.3;

    // No firm tie: there are many fines, prison terms and debts.
    private const double MostOfMatter = 0.48;

    // Least share of the poorer clause's weight that measures must have in common.
    private const double LeastOfMeasure = 0.34;

    // The same for percentages: there are shares of everything; and where both are a change, or both a part of a whole.
    private const double LeastOfShare = 0.5;
    private const double LeastOfLikeShare = 0.4;

    // The same for a number of people without a role: people do many things.
    private const double LeastOfPeople = 0.45;

    /// <summary>Why counts of one noun are tied.</summary>
    public const string OneThing = "one thing, and the same is said of it";

    /// <summary>No tie by what is counted.</summary>
    public static FigureTie None { get; } = new(0, "");

    /// <summary>The figures count different things: no other tie can hold them together.</summary>
    public static FigureTie Never { get; } = new(-1, "");

    /// <summary>The tie of two figures of one dimension.</summary>
    public static FigureTie Between(StoryFigure a, StoryFigure b)
    {
        FigureSlot x = a.Slot;
        FigureSlot y = b.Slot;
        if (x.Thing != y.Thing && (IsCounted(x) || IsCounted(y)))
        {
            return Never;
        }

        (int words, double share) = Shared(x, y);
        if (x.Thing == "people")
        {
            return x.Narrow.Length > 0 && y.Narrow.Length > 0 && !CountedThings.AreKin(x.Narrow, y.Narrow) ? Never
                : x.Figure.Role.Length > 0 ? (x.Figure.Role == y.Figure.Role ? new(OfRole + (0.4 * share), "people in one role: " + x.Figure.Role) : None)
                : words > 0 && share >= LeastOfPeople && y.Figure.Role.Length == 0 ? new(OfThing + (0.4 * share), "people of whom the same is said")
                : None;
        }

        if (CountedThings.IsToldOnce(x.Thing))
        {
            return new((share == 0 && x.Thing == "crowd" ? OfBareCrowd : OfOnce) + (0.4 * share), "told once of an event: " + x.Thing);
        }

        if (x.Thing.StartsWith("votes against ", StringComparison.Ordinal))
        {
            return new(OfOnce, "the losing side of one vote");
        }

        if (IsCounted(x))
        {
            // The counted thing is the tie; a word about it must be shared, or both clauses say little else.
            return words > 0 ? new(OfThing + (0.5 * share), OneThing) : CountedThings.GrowsWithTime(x.Thing) ? new(OfThing, "one thing") : None;
        }

        if (x.Matter.Length > 0 && x.Matter == y.Matter && x.Figure.Unit != FigureUnits.Percent.Symbol)
        {
            return new(Math.Min(MostOfMatter, OfMatter + (OfMatterWords * share)), "amounts of one kind: " + x.Matter);
        }

        if (x.Matter.Length > 0 && y.Matter.Length > 0 && x.Figure.Unit != FigureUnits.Percent.Symbol && CountedThings.AreKinMatters(x.Matter, y.Matter))
        {
            return new(Math.Min(MostOfMatter, OfKinMatter + (OfMatterWords * share)), $"amounts that may be of one kind: {x.Matter}, {y.Matter}");
        }

        if (x.Lasting.Length > 0 && IsTime(x) && Array.Exists(x.Lasting, w => Array.Exists(y.Lasting, v => Same(w, v))))
        {
            return new(OfRole, "how long one thing lasted");
        }

        // "profit rose 12 percent", "revenue rose 7 percent": that both rose ties nothing.
        bool tells = Tells(x.Words, y.Words);
        return tells && words > 0 && share >= (x.Figure.Unit != "%" ? LeastOfMeasure : x.Matter.Length > 0 && x.Matter == y.Matter ? LeastOfLikeShare : LeastOfShare) ? new(OfMeasure + (0.6 * share), "one measure, and the same is measured") : None;
    }

    private static bool IsTime(FigureSlot slot) => FigureUnits.OfSymbol(slot.Figure.Unit) is { Dimension: "time" };

    /// <summary>Whether the clauses share a word that says what they speak of.</summary>
    public static bool Tells(Token[] a, Token[] b) =>
        Array.Exists(a, w => !CountedThings.Change.Contains(w.Stem) && !CountedThings.Generic.Contains(w.Stem) && Array.Exists(b, v => w.Stem == v.Stem || ShareVerb(w, v)));

    // Verbs of one class tell one act; nouns of one class ("profit", "revenue") need not name one thing.
    private static bool ShareVerb(in Token a, in Token b)
    {
        foreach (ActLexicon.Entry x in ActLexicon.Default.EntriesOf(a.Term))
        {
            foreach (ActLexicon.Entry y in ActLexicon.Default.EntriesOf(b.Term))
            {
                if (x.Class == y.Class && (x.Part & y.Part & ActPart.Verb) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether things or people are counted, not something measured.</summary>
    public static bool IsCounted(FigureSlot slot) => slot.Thing.Length > 0 && FigureUnits.OfSymbol(slot.Figure.Unit) is null or { Symbol: "" };

    /// <summary>Words that tell something which the clauses share, by stem, class of acts or general kinship; and their share of the poorer clause's weight.</summary>
    public static (int Words, double Share) Shared(FigureSlot a, FigureSlot b) => Shared(a.Words, a.Weights, b.Words, b.Weights);

    /// <summary>The same for any two clauses, as words and their weights; a word of weight 0 counts nothing.</summary>
    public static (int Words, double Share) Shared(Token[] a, float[] weightsOfA, Token[] b, float[] weightsOfB)
    {
        int words = 0;
        double shared = 0;
        Span<bool> used = b.Length <= 64 ? stackalloc bool[b.Length] : new bool[b.Length];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                if (!used[j] && weightsOfA[i] > 0 && weightsOfB[j] > 0 && Same(a[i], b[j]))
                {
                    used[j] = true;
                    words++;
                    shared += Math.Min(weightsOfA[i], weightsOfB[j]);
                    break;
                }
            }
        }

        double least = Math.Min(weightsOfA.Sum(), weightsOfB.Sum());
        return (words, least <= 0 ? 0 : Math.Min(1, shared / least));
    }

    /// <summary>Whether two words tell the same: one stem, one class of acts, or near synonyms.</summary>
    public static bool Same(in Token a, in Token b) => a.Stem == b.Stem || ActKinship.ShareClass(a.Term, b.Term) || Kinship.Of(a.Stem, b.Stem) == KinKind.Equal;
}
