using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Says whether two mentions in different articles are one person, by name, age or role, and whether two sentences tell of one event.</summary>
internal sealed class PersonTies
{
    // Share of the poorer sentence in common from which somebody told by a common noun is taken for one, and from which an act is.
    private const double LeastShared = 0.3;
    private const double LeastOfEvent = 0.25;

    // Age from which nobody is called a child, a boy or a teenager.
    private const int LeastAdult = 20;

    private static readonly TermSet Several = TermHash.SetOf("victims", "others", "both", "men", "women", "teens", "teenagers", "suspects", "boys", "girls", "brothers", "sisters", "couple", "friends");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly PersonReader[] _persons;
    private readonly Dictionary<int, int> _ages = [];
    private readonly Dictionary<int, int> _groupOfAge = [];
    private readonly bool[] _several;

    public PersonTies(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
        HashSet<int> persons = [.. story.Articles.SelectMany(static a => a.Article.Names.Entities.Select((e, i) => (e.Kind, Group: a.NameGroups[i]))).Where(static e => e.Kind == NameKind.Person).Select(static e => e.Group)];
        _persons = [.. story.Articles.Select(a => new PersonReader(a, persons))];
        _several = new bool[story.Articles.Length];
        ReadAll();
    }

    /// <summary>The persons of an article.</summary>
    public PersonReader PersonsOf(int article) => _persons[article];

    /// <summary>Whether a tie says who it is, not only that it is likely.</summary>
    public static bool IsCertain(string tie) => tie.StartsWith("one person", StringComparison.Ordinal);

    /// <summary>What makes two mentions one person; null where nothing does or something speaks against it.</summary>
    public string? OfPersons(SentenceRef atA, PersonMention a, SentenceRef atB, PersonMention b)
    {
        if (!MayBeOne(this, a, b))
        {
            return null;
        }

        if (GroupOf(a) >= 0 && GroupOf(b) >= 0)
        {
            return "one person by name";
        }

        if (AgeOf(a) >= 0 && AgeOf(b) >= 0)
        {
            return "one person by age";
        }

        if (_several[atA.Article] || _several[atB.Article])
        {
            return a.Role != 0 && a.Role == b.Role && _story.Aligned(atA, atB) ? "one role in aligned sentences" : null;
        }

        return a.Role != 0 && a.Role == b.Role ? "one role"
            : _story.Aligned(atA, atB) ? "aligned sentences"
            : _scope.SharedSentence(atA, atB) >= LeastShared ? "people told alike" : null;
    }

    /// <summary>Whether nothing told of the two speaks against their being one: other names, ages, sexes or roles.</summary>
    public static bool MayBeOne(PersonTies ties, PersonMention a, PersonMention b)
    {
        if (a.IsSeveral || b.IsSeveral || (a.Sex != 0 && b.Sex != 0 && a.Sex != b.Sex))
        {
            return false;
        }

        int x = ties.GroupOf(a), y = ties.GroupOf(b);
        int ageA = ties.AgeOf(a), ageB = ties.AgeOf(b);
        // "The boy", "the 22-year-old".
        if ((a.Role == PersonReader.Child && ageB >= LeastAdult) || (b.Role == PersonReader.Child && ageA >= LeastAdult))
        {
            return false;
        }

        return (x < 0 || y < 0 || x == y) && (ageA < 0 || ageB < 0 || ageA == ageB || x == y && x >= 0)
            && (a.Role == 0 || b.Role == 0 || a.Role == b.Role || Kinship.Of(a.Role, b.Role) != KinKind.None || (x == y && x >= 0));
    }

    /// <summary>What makes two sentences tell of one event; null where nothing does.</summary>
    public string? OfEvents(SentenceRef a, SentenceRef b) =>
        _story.Aligned(a, b) ? "aligned sentences" : _scope.SharedSentence(a, b) >= LeastOfEvent ? "shared words" : null;

    private int GroupOf(PersonMention p) => p.Group >= 0 ? p.Group : p.Age >= 0 && _groupOfAge.TryGetValue(p.Age, out int group) ? group : -1;

    private int AgeOf(PersonMention p) => p.Age >= 0 ? p.Age : p.Group >= 0 && _ages.TryGetValue(p.Group, out int age) ? age : -1;

    // Ages of the named, who is the only one of an age, and articles that tell of several.
    private void ReadAll()
    {
        foreach (SentenceRef at in _story.Statements())
        {
            foreach (PersonMention p in _persons[at.Article][at.Sentence])
            {
                if (p.Group >= 0 && p.Age >= 0)
                {
                    _ages.TryAdd(p.Group, p.Age);
                    _groupOfAge[p.Age] = _groupOfAge.TryGetValue(p.Age, out int known) && known != p.Group ? -1 : p.Group;
                }
            }

            foreach (Token t in _story.Analyzed(at.Article).Text.TokensOf(_story.Sentence(at)))
            {
                _several[at.Article] |= Several.Contains(t.Term);
            }
        }
    }
}
