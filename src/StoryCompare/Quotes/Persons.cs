using System.Runtime.InteropServices;
using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>The persons an article names: by surname, with gender where a title tells it, and by the office named beside them.</summary>
/// <remarks>
/// Read from the whole text when first asked for, linear in its tokens. A run of capitals is a person where a title, a role noun, an age or "who" stands beside it, or where its
/// last word stands alone elsewhere ("Karin Holm … Holm said"), which bodies and places seldom do.
/// </remarks>
internal sealed class Persons
{
    // Tables that one text has made larger than this are let go.
    private const int LargestKept = 256;

    private readonly ClauseText _clause;
    private Dictionary<uint, byte> _surnames = [];
    private Dictionary<uint, Seen> _seen = [];
    private bool _isRead;

    // Who is named with an office, in text order, those of one office in a chain.
    private readonly List<Named> _named = [];
    private Dictionary<uint, (int First, int Last)> _offices = [];

    /// <summary>Reads nothing yet: most texts are never asked for their persons.</summary>
    public Persons(ClauseText clause) => _clause = clause;

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        _surnames = Emptied(_surnames);
        _offices = Emptied(_offices);
        _named.Clear();
        _isRead = false;
    }

    /// <summary>Whether the phrase's last word is the surname of a person of the text.</summary>
    public bool Holds(int first, int end) => end > first && Surnames().ContainsKey(_clause.Tokens[LastOf(first, end)].Term);

    /// <summary>1 male, 2 female, 0 where no title tells.</summary>
    public byte GenderOf(int first, int end) => end > first ? Surnames().GetValueOrDefault(_clause.Tokens[LastOf(first, end)].Term) : (byte)0;

    /// <summary>The surname of a phrase: its last word but for "Jr" and the like.</summary>
    public uint SurnameOf(int first, int end) => _clause.Tokens[LastOf(first, end)].Term;

    /// <summary>The one person named with an office before a place of the text, or an empty range: two mayors are nobody's "the mayor".</summary>
    public (int First, int End) Holder(uint office, int before)
    {
        Surnames();
        (int First, int End) holder = default;
        for (int n = _offices.TryGetValue(office, out (int First, int Last) chain) ? chain.First : -1; n >= 0 && _named[n].First < before; n = _named[n].Next)
        {
            if (holder.End > 0 && SurnameOf(holder.First, holder.End) != SurnameOf(_named[n].First, _named[n].End))
            {
                return default;
            }

            holder = holder.End - holder.First > _named[n].End - _named[n].First ? holder : (_named[n].First, _named[n].End);
        }

        return holder;
    }

    /// <summary>One past the run of capitals that starts at a token: initials, hyphens and particles belong to it.</summary>
    public int RunEnd(int first)
    {
        int i = first + 1;
        while (i < _clause.Tokens.Length)
        {
            bool initial = _clause.IsMark(i, '.') && _clause.IsGlued(i) && i + 1 < _clause.Tokens.Length && IsPart(i + 1) && (_clause.Tokens[i - 1].Length == 1 || _clause.Has(i - 1, WordRole.Title));
            bool hyphen = _clause.IsHyphen(i) && _clause.IsGlued(i) && i + 1 < _clause.Tokens.Length && _clause.IsGlued(i + 1) && IsPart(i + 1);
            if (_clause.Tokens[i - 1].Has(TokenFlags.Possessive) || !(IsPart(i) || initial || hyphen))
            {
                break;
            }

            i++;
        }

        return i;
    }

    private Dictionary<uint, byte> Surnames()
    {
        if (_isRead)
        {
            return _surnames;
        }

        _isRead = true;
        _seen = Emptied(_seen);
        for (int i = 0; i < _clause.Tokens.Length; i++)
        {
            if (!_clause.Tokens[i].IsWord || !IsPart(i))
            {
                continue;
            }

            int end = RunEnd(i);
            int last = LastOf(i, end);
            if (!IsBody(i, last))
            {
                uint surname = _clause.Tokens[last].Term;
                ref Seen seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, surname, out _);
                seen.Full |= last > i;
                seen.Alone |= last == i;
                ReadMarks(i, last, end);
            }

            i = end - 1;
        }

        foreach ((uint surname, Seen name) in _seen)
        {
            if (name.Full && name.Alone)
            {
                _surnames.TryAdd(surname, 0);
            }
        }

        return _surnames;
    }

    private bool IsPart(int i) => _clause.IsWord(i) && _clause.IsName(i);

    private int LastOf(int first, int end)
    {
        int last = end - 1;
        while (last > first && (!_clause.IsWord(last) || _clause.Is(last, "jr") || _clause.Is(last, "sr") || _clause.Is(last, "ii") || _clause.Is(last, "iii")))
        {
            last--;
        }

        return last;
    }

    // "the Board", "Harbour Police", "in Porto", "NATO".
    private bool IsBody(int first, int last)
    {
        bool article = first > 0 && _clause.Is(first - 1, "the");
        bool place = last == first && first > 0 && _clause.Has(first - 1, WordRole.Preposition) && !_clause.Is(first - 1, "of") && !_clause.Is(first - 1, "by") && !_clause.Is(first - 1, "to") && !_clause.Is(first - 1, "for") && !_clause.Is(first - 1, "with");
        bool role = _clause.Has(last, WordRole.Group | WordRole.Medium | WordRole.MediumName | WordRole.Document | WordRole.Title | WordRole.Person);
        return article || place || role || (_clause.Tokens[last].Has(TokenFlags.AllCaps) && _clause.Tokens[last].Length > 1);
    }

    private void ReadMarks(int first, int last, int end)
    {
        byte gender = 0;
        bool person = false;
        uint surname = _clause.Tokens[last].Term;
        int name = first;
        for (int i = first; i < last; i++)
        {
            if (_clause.Has(i, WordRole.Title | WordRole.Person) && !_clause.Has(i, WordRole.Group))
            {
                Office(i, first, last + 1);
                gender = Gender(i) == 0 ? gender : Gender(i);
                name = i + 1;
            }
        }

        person |= name > first;
        for (int i = first - 1; i >= 0 && i >= first - 2 && _clause.IsWord(i); i--)
        {
            if (_clause.Has(i, WordRole.Person) && !_clause.Has(i, WordRole.Group))
            {
                Office(i, first, last + 1);
                gender = Gender(i) == 0 ? gender : Gender(i);
                person = true;
                break;
            }
        }

        if (end + 1 < _clause.Tokens.Length && _clause.IsComma(end) && !_clause.Tokens[last].Has(TokenFlags.Possessive))
        {
            bool age = _clause.Tokens[end + 1].Kind == TokenKind.Number && _clause.Tokens[end + 1].Length == 2 && end + 2 < _clause.Tokens.Length && _clause.Tokens[end + 2].Kind == TokenKind.Punctuation;
            person |= _clause.Is(end + 1, "who") || age;
            person |= Apposition(end + 1, first, last + 1);
        }

        if (person)
        {
            _surnames[surname] = gender != 0 ? gender : _surnames.GetValueOrDefault(surname);
        }
    }

    // "Karin Holm, the mayor of Lund,": the first role noun before a complement.
    private bool Apposition(int from, int first, int end)
    {
        int limit = Math.Min(_clause.Tokens.Length, from + 9);
        int head = -1;
        for (int i = from; i < limit && !_clause.IsComma(i) && !_clause.IsQuoted(i) && !_clause.IsMark(i, '.'); i++)
        {
            if (_clause.Has(i, WordRole.Be | WordRole.Auxiliary | WordRole.Relative | WordRole.StrongCue) || (_clause.Has(i, WordRole.Preposition) && (head >= 0 || !_clause.Is(i, "of"))))
            {
                break;
            }

            head = _clause.Has(i, WordRole.Person | WordRole.Title) && !_clause.Has(i, WordRole.Group) ? i : head;
        }

        bool opens = _clause.Has(from, WordRole.Determiner) || _clause.Is(from, "one") || head == from || (head > from && !_clause.IsName(from));
        if (head < 0 || !opens)
        {
            return false;
        }

        Office(head, first, end);
        return true;
    }

    private byte Gender(int i) => _clause.Has(i, WordRole.Male) ? (byte)1 : _clause.Has(i, WordRole.Female) ? (byte)2 : (byte)0;

    private void Office(int role, int first, int end)
    {
        uint term = _clause.Tokens[role].Term;
        bool known = _offices.TryGetValue(term, out (int First, int Last) chain);
        if (known)
        {
            _named[chain.Last] = _named[chain.Last] with { Next = _named.Count };
        }

        _offices[term] = (known ? chain.First : _named.Count, _named.Count);
        _named.Add(new Named(first, end, -1));
    }

    private static Dictionary<uint, T> Emptied<T>(Dictionary<uint, T> table)
    {
        if (table.Count > LargestKept)
        {
            return [];
        }

        table.Clear();
        return table;
    }

    /// <summary>Tokens that name somebody with an office, and the next such of the office, or -1.</summary>
    private readonly record struct Named(int First, int End, int Next);

    /// <summary>How a last word of names was seen.</summary>
    private struct Seen
    {
        public bool Full;
        public bool Alone;
    }
}
