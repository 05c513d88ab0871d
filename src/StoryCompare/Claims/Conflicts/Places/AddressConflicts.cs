using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one place of a story under two addresses: another block of one street, a street of another type or spelling.</summary>
/// <remarks>Neither article may tell the other's address: a street has many blocks and a corner two streets. Linear in the sentences; addresses meet by the words of their names.</remarks>
internal sealed class AddressConflicts
{
    // Addresses of a story that are compared.
    private const int MostAddresses = 120;

    // Slips of spelling in a name of at least so many letters.
    private const int MostSlips = 2;
    private const int LeastLetters = 5;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;

    private AddressConflicts(StoryContext story, Scope scope, ClaimContext context)
    {
        _story = story;
        _scope = scope;
        _context = context;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        List<AddressSlot> all = [];
        foreach (SentenceRef at in story.Statements())
        {
            if (all.Count < MostAddresses)
            {
                AddressReader.Read(story.Articles[at.Article], at, all);
            }
        }

        new AddressConflicts(story, scope, context).Compare([.. all], ledger);
    }

    private void Compare(AddressSlot[] all, ConflictLedger ledger)
    {
        HashSet<(string, string)> written = [];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                AddressSlot a = all[i];
                AddressSlot b = all[j];
                if (_context.MayConflict(a.At, b.At) && Difference(a, b) is { } difference && !TellsToo(all, a, b) && !TellsToo(all, b, a)
                    && _scope.IsOlder(a.At) == _scope.IsOlder(b.At) && written.Add(Key(a, b)))
                {
                    Write(all, a, b, difference, ledger);
                }
            }
        }
    }

    // What differs in words; null where both may be true.
    private string? Difference(AddressSlot a, AddressSlot b)
    {
        bool same = a.Name == b.Name;
        if (same && (a.Type.Length == 0 || b.Type.Length == 0 || a.Type == b.Type))
        {
            return a.Block >= 0 && b.Block >= 0 && a.Block != b.Block && (a.Point.Length == 0 || b.Point.Length == 0 || a.Point == b.Point) ? "another block of one street"
                : a.Point.Length > 0 && b.Point.Length > 0 && a.Point != b.Point && _story.Aligned(a.At, b.At) ? "another part of one street" : null;
        }

        if (same)
        {
            return "streets of one name";
        }

        if (a.Type == b.Type && Math.Min(a.Name.Length, b.Name.Length) >= LeastLetters && !a.Name.Any(char.IsDigit) && SameWords(a.Name, b.Name) && NameConflicts.Slips(a.Name, b.Name) <= MostSlips)
        {
            return "names spelled nearly alike";
        }

        return null;
    }

    private static bool SameWords(string a, string b) => a.Count(static c => c == ' ') == b.Count(static c => c == ' ');

    // Whether the first one's article tells the other's address as well, or another block of its street.
    private static bool TellsToo(AddressSlot[] all, AddressSlot a, AddressSlot b) =>
        Array.Exists(all, s => s.At.Article == a.At.Article && s.Name == b.Name && (s.Type == b.Type || s.Type.Length == 0) && (s.Block == b.Block || a.Name != b.Name || (a.Block >= 0 && s.Block >= 0 && s.Block != a.Block)) && s != a);

    private static (string, string) Key(AddressSlot a, AddressSlot b) => string.CompareOrdinal(Told(a), Told(b)) <= 0 ? (Told(a), Told(b)) : (Told(b), Told(a));

    private static string Told(AddressSlot a) => string.Create(CultureInfo.InvariantCulture, $"{a.Block} {a.Name} {a.Type}");

    private void Write(AddressSlot[] all, AddressSlot a, AddressSlot b, string difference, ConflictLedger ledger)
    {
        string x = Words(a);
        string y = Words(b);
        // "43rd Street", "43rd Avenue": a grid has both.
        bool firm = difference != "another part of one street" && !a.Name.Any(char.IsDigit);
        SentenceRef[] left = [.. all.Where(s => Told(s) == Told(a)).Select(static s => s.At).Distinct()];
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Place,
            Severity = firm ? Severity.Medium : Severity.Low,
            About = x,
            Explanation = $"the address: {x} / {y}",
            Sides = [new SideDraft(x, left), new SideDraft(y, [.. all.Where(s => Told(s) == Told(b)).Select(static s => s.At).Distinct().Except(left)])],
            Details = [$"address: \"{x}\" against \"{y}\"; {difference}; no article tells both"],
        });
    }

    private string Words(AddressSlot a) => a.Block >= 0 ? string.Create(CultureInfo.InvariantCulture, $"{a.Block} block of {_story.Analyzed(a.At.Article).Text.String(a.Span)}") : _story.Analyzed(a.At.Article).Text.String(a.Span);
}
