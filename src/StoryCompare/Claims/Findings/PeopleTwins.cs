using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>Whether two equal counts of people are one, whatever the outlets call those who are counted: "two students dead", "two victims", "two deaths".</summary>
/// <remarks>For the figures that are listed only: conflicts need a firmer tie.</remarks>
internal static class PeopleTwins
{
    // Of those in one of these roles none is in another; the shot may be called wounded, the trapped be freed.
    private static readonly HashSet<string> Fates = new(StringComparer.Ordinal) { "killed", "wounded", "missing", "detained", "charged", "convicted", "fired" };

    // Smaller counts in two roles are two groups as often as one.
    private const double LeastOfRoles = 3;

    // Digits of a count that two sentences on one act seldom share by chance: 23, 125; 11 shots hit 11 times, and crowds of 100 are many.
    private const double FewDigits = 13;

    // Least shared context of two counts in no role, by one noun and by two; from reading the pairs of the development events.
    private const double SharedByOneNoun = 0.15;
    private const double SharedByTwoNouns = 0.25;

    /// <summary>Whether both count people.</summary>
    public static bool ArePeople(StoryFigure a, StoryFigure b) => CountsPeople(a) && CountsPeople(b);

    /// <summary>Whether two equal counts of people count the same people.</summary>
    /// <param name="story">The story.</param>
    /// <param name="a">One figure.</param>
    /// <param name="besideA">All figures of its sentence.</param>
    /// <param name="b">The other.</param>
    /// <param name="besideB">All figures of its sentence.</param>
    public static bool AreOne(StoryContext story, StoryFigure a, List<Figure> besideA, StoryFigure b, List<Figure> besideB)
    {
        string x = RoleOf(a);
        string y = RoleOf(b);
        if (a.Figure.Value < 2 || a.Figure.Step <= 0 || a.Slot.IsUnreal != b.Slot.IsUnreal || (x.Length > 0 && y.Length > 0 && x != y && (Fates.Contains(x) && Fates.Contains(y) || a.Figure.Value < LeastOfRoles))
            || (a.Figure.Qualifier != b.Figure.Qualifier && (FigureTwins.IsBound(a.Figure.Qualifier) || FigureTwins.IsBound(b.Figure.Qualifier))))
        {
            return false;
        }

        // "Two students dead and two others hurt", "two men and two women": their role or their noun tells them apart.
        bool oneRole = x.Length > 0 && (x == y || (a.Figure.Value >= LeastOfRoles && AreHurt(x) && AreHurt(y)));
        bool oneNoun = NounOf(a) == NounOf(b);
        bool byNoun = oneNoun && a.Figure.Counts.Length > 0 && b.Figure.Counts.Length > 0;
        if (besideA.Count(f => IsRival(f, a, oneRole, byNoun)) > 1 || besideB.Count(f => IsRival(f, b, oneRole, byNoun)) > 1)
        {
            return false;
        }

        bool aligned = story.Aligned(a.At, b.At);
        if (oneRole || (aligned && Math.Abs(a.Figure.Value) / a.Figure.Step >= FewDigits))
        {
            return true;
        }

        // Who was arrested in one sentence and is wounded in the other was told above; where a role is told once only, the sentences must say more alike.
        double shared = a.SharedContext(b);
        return (oneNoun || aligned) ? shared >= SharedByOneNoun : shared >= SharedByTwoNouns && FigureTie.Tells(a.Slot.Words, b.Slot.Words);
    }

    /// <summary>Whether people are counted in two roles of which nobody is in both: killed, wounded.</summary>
    public static bool AreOtherFates(StoryFigure a, StoryFigure b) =>
        RoleOf(a) is { Length: > 0 } x && RoleOf(b) is { Length: > 0 } y && x != y && Fates.Contains(x) && Fates.Contains(y);

    // Who was shot is called wounded too.
    private static bool AreHurt(string role) => role is "shot" or "wounded";

    private static bool IsRival(Figure f, StoryFigure of, bool oneRole, bool byNoun) =>
        f.Value == of.Figure.Value && (!oneRole || f.Role == of.Figure.Role) && (!byNoun || f.Counts.Equals(of.Figure.Counts, StringComparison.OrdinalIgnoreCase));

    private static bool CountsPeople(StoryFigure f) =>
        f.Extracted.Figure.Unit is { Length: > 0 } noun ? CountedThings.NamesPeople(noun) || CountedThings.DeedOf(noun).Length > 0 : f.Slot.Thing == "people";

    private static string RoleOf(StoryFigure f) => f.Figure.Role.Length > 0 ? f.Figure.Role : CountedThings.DeedOf(f.Extracted.Figure.Unit);

    private static string NounOf(StoryFigure f) => f.Extracted.Figure.Unit is { Length: > 0 } noun && !CountedThings.IsPeople(noun) ? CountedThings.LabelOf(noun) : "people";
}
