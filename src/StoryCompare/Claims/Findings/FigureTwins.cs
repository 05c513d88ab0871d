using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Joins groups of one value that neither noun nor near words tie, by what stands round them: the sentence as a whole, or the value's own rarity.</summary>
/// <remarks>
/// The grounds. A value of three digits or more that one text gives without its noun ("4,183 yards", "took his total to 4,183"). A second figure that both
/// sentences give ("30 miles … 120 mph", "a 30-mile chase … 120 mph"). One count in two aligned sentences, whatever the counted are called ("23 pirates", "23 brigands"). One bound
/// on one measure ("within 80 metres"), and one attribute of one noun ("a 10-year deal"). One rare
/// noun, proper adjective or compound ("three climbers", "11 Yemenis", "two speed boats"); one share that is no whole percentage.
/// </remarks>
internal static class FigureTwins
{
    // Digits that two texts seldom share by chance.
    private const double RareDigits = 100;

    // A noun in fewer than one of ninety texts.
    private const double LeastRarity = 4.5;

    // Amounts of money that recur by chance are smaller; least shared context of larger ones.
    private const double LeastAmount = 1000;
    private const double SharedByAmounts = 0.1;

    // Digits of a measure that recur by chance seldom (13, 25, 48), with the least shared context; and decades that few stories speak of.
    private const double OddDigits = 13;
    private const double SharedByOdd = 0.12;
    private const double LeastDecades = 3;

    // A decimal number that one text gives without its unit.
    private const double SharedByBare = 0.2;

    // Letters that make two proper adjectives one: "Yemeni", "Yemenis".
    private const int LeastName = 4;

    // Groups of one value that are held against each other, and members of each.
    private const int MostOfValue = 24;
    private const int MostMembers = 8;

    /// <summary>The groups, those that are one joined; in the order given.</summary>
    /// <param name="story">The story.</param>
    /// <param name="groups">Its figures as they are grouped by noun and near words.</param>
    /// <param name="arePartsApart">Whether two figures are told to be different parts of one whole.</param>
    public static List<FigureGroup> Join(StoryContext story, List<FigureGroup> groups, Func<StoryFigure, StoryFigure, bool> arePartsApart)
    {
        Dictionary<Place, List<Figure>> inSentence = [];
        Dictionary<(double Value, double? High), List<FigureGroup>> byValue = [];
        foreach (FigureGroup g in groups)
        {
            foreach (StoryFigure m in g.Members)
            {
                Place at = new(m.At.Article, m.At.Sentence);
                (inSentence.TryGetValue(at, out List<Figure>? figures) ? figures : inSentence[at] = []).Add(m.Figure);
            }

            (double, double?) key = (g.Members[0].Figure.Value, g.Members[0].Figure.High);
            (byValue.TryGetValue(key, out List<FigureGroup>? equal) ? equal : byValue[key] = []).Add(g);
        }

        HashSet<FigureGroup> joined = [];
        foreach (List<FigureGroup> equal in byValue.Values)
        {
            for (int i = 1; i < Math.Min(equal.Count, MostOfValue); i++)
            {
                List<FigureGroup> homes = [];
                for (int j = 0; j < Math.Min(equal.Count, MostOfValue); j++)
                {
                    if (i != j && !joined.Contains(equal[i]) && !joined.Contains(equal[j]) && AreTwins(story, equal[i], equal[j], inSentence, arePartsApart))
                    {
                        homes.Add(equal[j]);
                    }
                }

                // Two homes are two things of one value, unless they are each other's too.
                for (int h = 1; h < homes.Count; h++)
                {
                    if (!homes.Take(h).All(o => AreTwins(story, o, homes[h], inSentence, arePartsApart)))
                    {
                        homes.Clear();
                    }
                }

                foreach (FigureGroup other in homes.Skip(1).Append(equal[i]).Take(homes.Count))
                {
                    homes[0].Members.AddRange(other.Members);
                    joined.Add(other);
                }
            }
        }

        groups.RemoveAll(joined.Contains);
        LoneTwins.Join(story, groups, arePartsApart);
        return groups;
    }

    private readonly record struct Place(int Article, int Index);

    private static bool AreTwins(StoryContext story, FigureGroup g, FigureGroup h, Dictionary<Place, List<Figure>> inSentence, Func<StoryFigure, StoryFigure, bool> arePartsApart)
    {
        bool twins = false;
        foreach (StoryFigure a in g.Members.Take(MostMembers))
        {
            foreach (StoryFigure b in h.Members.Take(MostMembers))
            {
                if (a.At == b.At || arePartsApart(a, b))
                {
                    return false;
                }

                twins |= a.At.Article != b.At.Article && AreTwins(story, a, b, inSentence[new Place(a.At.Article, a.At.Sentence)], inSentence[new Place(b.At.Article, b.At.Sentence)]);
            }
        }

        return twins;
    }

    private static bool AreTwins(StoryContext story, StoryFigure a, StoryFigure b, List<Figure> besideA, List<Figure> besideB)
    {
        if (a.Figure.Qualifier == FigureQualifier.Vague || b.Figure.Qualifier == FigureQualifier.Vague)
        {
            return false;
        }

        if (a.Figure.Unit == "age" || b.Figure.Unit == "age")
        {
            // "A 35-year-old law", "for 35 years": decades recur by chance seldom.
            if (a.Figure.Unit == "yr" || b.Figure.Unit == "yr")
            {
                return a.Figure.Value >= OddDigits && a.SharedContext(b) >= SharedByOdd && AgeTwins.IsOfThing(story, a.Figure.Unit == "age" ? a : b);
            }

            return a.Figure.Unit == "age" ? IsBare(b) && AgeTwins.StandsAsAge(story, b, besideB, FigureOwner.Of(story, a).Count > 0) && AreOfOneOwner(story, a, b)
                : IsBare(a) && AgeTwins.StandsAsAge(story, a, besideA, FigureOwner.Of(story, b).Count > 0) && AreOfOneOwner(story, a, b);
        }

        if (PeopleTwins.ArePeople(a, b) && PeopleTwins.AreOne(story, a, besideA, b, besideB))
        {
            return true;
        }

        if (IsBare(a) != IsBare(b))
        {
            double shown = a.Figure.Step > 0 && b.Figure.Step > 0 ? Math.Abs(a.Figure.Value) / Math.Max(a.Figure.Step, b.Figure.Step) : 0;
            return shown >= RareDigits || (shown >= OddDigits && besideA.Exists(x => IsOdd(x) && x.Value != a.Figure.Value && besideB.Exists(y => y.Value == x.Value && y.Unit == x.Unit))) || (shown >= OddDigits && a.Figure.Value != Math.Floor(a.Figure.Value) && a.SharedContext(b) >= SharedByBare);
        }

        bool sameUnit = a.Figure.Unit == b.Figure.Unit;
        if (!sameUnit && !(IsCount(a) && IsCount(b)))
        {
            return false;
        }

        if (FigureComparer.Compare(a.Figure, b.Figure).Verdict == FigureVerdict.Conflict)
        {
            return false;
        }

        bool measures = sameUnit && !IsCount(a) && a.Figure.Value > 1;
        if (measures && IsBound(a.Figure.Qualifier) && a.Figure.Qualifier == b.Figure.Qualifier && a.Figure.Unit is not "%" and not "h" and not "min" and not "s")
        {
            return true;
        }

        if (measures && AttributeOf(story, a) is var head and not 0 && head == AttributeOf(story, b))
        {
            return true;
        }

        if (measures && besideA.Exists(x => x.Value != a.Figure.Value && x.Value > 1 && x.Unit.Length > 0 && besideB.Exists(y => y.Value == x.Value && y.Unit == x.Unit)))
        {
            return true;
        }

        // "Almost double the $90 million": whether the clause states it or not, an amount of two digits beside the same words is one.
        if (sameUnit && FigureUnits.OfSymbol(a.Figure.Unit) is { IsMoney: true } && a.Figure.Value >= LeastAmount && a.SharedContext(b) >= SharedByAmounts)
        {
            return true;
        }

        // The bore of a gun, and lengths, weights and speeds of two odd digits, are told of one thing in a story: "a 37-mile chase", "for 37 miles".
        if (sameUnit && (a.Figure.Unit == "mm" || (measures && IsOdd(a.Figure) && Dimension.Of(a.Figure.Unit) is "length" or "mass" or "speed" or "area" or "volume" && (a.SharedContext(b) > 0 || (AttributeOf(story, a) != 0 && AttributeOf(story, b) != 0)))))
        {
            return true;
        }

        // "Three decades": long spans recur by chance as little as measures of two odd digits do, beside a word of the same.
        double digits = a.Figure.Step > 0 && b.Figure.Step > 0 ? Math.Abs(a.Figure.Value) / Math.Max(a.Figure.Step, b.Figure.Step) : 0;
        if (measures && ((a.Figure.Unit == "decade" && a.Figure.Value >= LeastDecades) || (digits >= OddDigits && a.Slot.IsUnreal == b.Slot.IsUnreal && a.SharedContext(b) >= SharedByOdd)))
        {
            return true;
        }

        // "One in 500", "0.41 percent": a share that is no whole percentage.
        if (sameUnit && a.Figure.Unit == "%" && a.Figure.Value != Math.Floor(a.Figure.Value))
        {
            return true;
        }

        bool once = besideA.Count(x => x.Value == a.Figure.Value) == 1 && besideB.Count(x => x.Value == b.Figure.Value) == 1;
        bool sameRole = a.Figure.Role == b.Figure.Role || a.Figure.Role.Length == 0 || b.Figure.Role.Length == 0 || (a.Slot.Thing != "people" && b.Slot.Thing != "people");
        bool counts = once && sameRole && a.Figure.Value > 1 && IsCount(a) && IsCount(b) && a.Slot.IsUnreal == b.Slot.IsUnreal;
        bool large = Math.Abs(a.Figure.Value) >= LeastAmount && a.SharedContext(b) >= SharedByOdd;
        return counts && (large || OneNoun(a, b) || (IsBound(a.Figure.Qualifier) && a.Figure.Qualifier == b.Figure.Qualifier && AreKin(a, b)));
    }

    private static bool IsOdd(Figure f) => f.Step > 0 && Math.Abs(f.Value) / f.Step >= OddDigits && f.Value % 10 != 0;

    // "At least five locations", "at least five places".
    private static bool AreKin(StoryFigure a, StoryFigure b) =>
        a.Slot.Thing == b.Slot.Thing || Kinship.Of(WordTable.StemOf(a.Extracted.Figure.Unit), WordTable.StemOf(b.Extracted.Figure.Unit)) == KinKind.Equal;

    // One name beside both, or none beside one of them.
    private static bool AreOfOneOwner(StoryContext story, StoryFigure a, StoryFigure b)
    {
        HashSet<uint> x = FigureOwner.Of(story, a);
        HashSet<uint> y = FigureOwner.Of(story, b);
        return (x.Count == 0 || y.Count == 0 || x.Overlaps(y)) && !(IsBare(a) ? AgeTwins.IsOfOthers(story, a, y) : AgeTwins.IsOfOthers(story, b, x));
    }

    /// <summary>Whether the qualifier makes a figure a bound.</summary>
    public static bool IsBound(FigureQualifier q) => q is FigureQualifier.MoreThan or FigureQualifier.LessThan or FigureQualifier.AtLeast or FigureQualifier.AtMost;

    // The stem of "deal" in "10-year deal"; 0 where the figure is no attribute.
    private static uint AttributeOf(StoryContext story, StoryFigure f)
    {
        TokenizedText text = story.Analyzed(f.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[f.At.Sentence]);
        (_, int end) = FigureSlotReader.TokensOf(tokens, f.Extracted.Span);
        bool hyphened = text.Source.AsSpan(f.Extracted.Span.Start, f.Extracted.Span.Length).Contains('-');
        return hyphened && end < tokens.Length && tokens[end].IsContent ? tokens[end].Stem : 0;
    }

    // "Two speed boats", "two speedboats"; "11 Yemeni nationals", "11 Yemenis"; and one noun that few texts use ("three climbers").
    private static bool OneNoun(StoryFigure a, StoryFigure b)
    {
        string x = a.Extracted.Figure.Counts;
        string y = b.Extracted.Figure.Counts;
        if (x.Length == 0 || y.Length == 0)
        {
            return false;
        }

        bool rare = a.Extracted.Figure.Unit == b.Extracted.Figure.Unit && BackgroundFrequencies.Default.IdfOfStem(WordTable.StemOf(a.Extracted.Figure.Unit)) >= LeastRarity;
        return rare || x.Replace(" ", "", StringComparison.Ordinal).Equals(y.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || x.Split(' ').Any(w => w.Length >= LeastName && char.IsUpper(w[0]) && y.Split(' ').Any(v => char.IsUpper(v[0]) && v.AsSpan().StartsWith(w.AsSpan(0, Math.Min(w.Length, LeastName)), StringComparison.Ordinal)));
    }

    private static bool IsBare(StoryFigure f) => f.Figure.Unit.Length == 0 && f.Extracted.Figure.Counts.Length == 0;

    private static bool IsCount(StoryFigure f) => FigureUnits.OfSymbol(f.Figure.Unit) is null or { Symbol: "" } && !f.Figure.Unit.Contains('/', StringComparison.Ordinal);
}
