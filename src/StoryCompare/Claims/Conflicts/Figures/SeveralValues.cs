using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Which articles tell several values of one unit or noun: there the noun alone does not say what is counted ("31 points", "18 points", "6 points").</summary>
internal sealed class SeveralValues
{
    // Other values in one article from which a noun counts several things; where nobody is named before the figure ("he"), one is enough.
    private const int Several = 2;

    // Values of one noun from which an article tells a table of them.
    private const int Many = 5;

    // Values of one noun in an article that are kept; more change no answer.
    private const int MostValues = 64;

    private readonly Scope _scope;
    private readonly Dictionary<(int Article, string Thing, bool IsOlder), List<Figure>> _values = [];

    private readonly Dictionary<(int Article, string Role), List<Figure>> _people = [];

    public SeveralValues(Scope scope, IReadOnlyList<FigureGroup> groups)
    {
        _scope = scope;
        foreach (StoryFigure f in groups.SelectMany(static g => g.Members).Where(f => !scope.IsInTable(f)))
        {
            if (f.Slot.Thing == "people")
            {
                List<Figure> people = _people.TryGetValue(RoleKeyOf(f), out List<Figure>? known) ? known : _people[RoleKeyOf(f)] = [];
                if (people.Count < MostValues && !people.Exists(x => Meets(x, f.Figure)))
                {
                    people.Add(f.Figure);
                }
            }

            if (!_values.TryGetValue(KeyOf(f), out List<Figure>? list))
            {
                _values[KeyOf(f)] = list = [];
            }

            if (list.Count < MostValues && !list.Exists(x => Meets(x, f.Figure)))
            {
                list.Add(f.Figure);
            }
        }
    }

    /// <summary>Whether the article of either figure tells other values of the same noun or dimension.</summary>
    /// <remarks>Tolls of people in one role, what is told once of an event and what grows with time are one thing by nature: false for them.</remarks>
    public bool AreTold(StoryFigure a, StoryFigure b) =>
        !(a.Slot.Thing == "people" && a.Figure.Role.Length > 0) && !CountedThings.IsToldOnce(a.Slot.Thing) && !CountedThings.GrowsWithTime(a.Slot.Thing) && (Tells(a, b) || Tells(b, a));

    /// <summary>Whether neither article tells another value of the noun.</summary>
    public bool AreOnly(StoryFigure a, StoryFigure b) => CountOf(a) == 1 && CountOf(b) == 1;

    /// <summary>Whether neither article tells another number of people in the same role; without a role, of the same kind of people.</summary>
    public bool AreOnlyInRole(StoryFigure a, StoryFigure b) => OtherInRole(a) && OtherInRole(b);

    private bool OtherInRole(StoryFigure f) => !_people.TryGetValue(RoleKeyOf(f), out List<Figure>? list) || list.TrueForAll(x => Meets(x, f.Figure));

    private static (int, string) RoleKeyOf(StoryFigure f) => (f.At.Article, f.Figure.Role.Length > 0 ? f.Figure.Role : ":" + f.Slot.Narrow);

    /// <summary>Whether neither article tells more than a few values of the noun.</summary>
    public bool AreFew(StoryFigure a, StoryFigure b) => CountOf(a) <= Many && CountOf(b) <= Many;

    /// <summary>Whether the article of either figure tells so many values of the noun that it is a table of them: sport results, prices.</summary>
    public bool AreMany(StoryFigure a, StoryFigure b) => CountOf(a) > Many || CountOf(b) > Many;

    private int CountOf(StoryFigure f) => _values.TryGetValue(KeyOf(f), out List<Figure>? list) ? list.Count : 0;

    private bool Tells(StoryFigure a, StoryFigure b) =>
        _values.TryGetValue(KeyOf(a), out List<Figure>? list) && list.Count(x => !Meets(x, a.Figure) && !Meets(x, b.Figure)) >= (_scope.IsOfPronoun(a) || _scope.IsOfPronoun(b) ? 1 : Several);

    // What is told of an older event is counted apart.
    private (int Article, string Thing, bool IsOlder) KeyOf(StoryFigure f) => (f.At.Article, ThingOf(f), _scope.IsOlder(f));

    // Durations are of all things, whether told in weeks or in months, unless the words tell of which ("jailed for nine years").
    private static string ThingOf(StoryFigure f) => f.Slot.Matter.Length > 0 && Dimension.IsTime(f.Figure.Unit) ? f.Slot.Matter : Dimension.IsTime(f.Figure.Unit) ? "time" : f.Slot.Thing.Length > 0 ? f.Slot.Thing : Dimension.Of(f.Figure.Unit);

    private static bool Meets(Figure a, Figure b) => a.Unit == b.Unit ? a.Value == b.Value : FigureComparer.Compare(a, b).Verdict == FigureVerdict.Compatible;
}
