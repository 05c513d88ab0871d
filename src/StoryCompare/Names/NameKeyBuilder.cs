using System.Text;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Builds <see cref="NameKey"/>s.</summary>
internal static class NameKeyBuilder
{
    private const NameWord BodyWords = NameWord.Organisation | NameWord.LegalForm;

    // What a key that is only looked up says of its words: that there are some.
    private static readonly NameKeyWord[] Unread = [new NameKeyWord("", [], 1, WordRole.Core, NameWord.None, -1, -1)];

    /// <summary>The key of a name whose kind is known or not.</summary>
    public static NameKey Build(string name, NameKind kind = NameKind.Other, bool kindCertain = false) => Build(name, kind, kindCertain, withSounds: true, []);

    /// <summary>A key without sounds, a third of the cost: enough to look the name up and to join acronyms, not to match it.</summary>
    public static NameKey BuildForLookup(string name, NameKind kind, bool kindCertain, List<string> scratch) => Build(name, kind, kindCertain, withSounds: false, scratch);

    private static NameKey Build(string name, NameKind kind, bool kindCertain, bool withSounds, List<string> words)
    {
        words.Clear();
        NameText.Split(Rotate(StripLegalPhrase(name)), words);
        bool capitals = NameLexicon.IsCapsForm(name.AsSpan().Trim());
        string plain = NameText.Plain(words);
        int[] entities = Entities(words, plain, capitals);
        if (kindCertain && entities.Length > 0)
        {
            // "Oster FM" the station is no form of the town.
            entities = OfKind(entities, kind);
        }

        if (kind == NameKind.Other && entities.Length > 0)
        {
            kind = NameLexicon.Default[entities[0]].Kind;
        }

        int national = NationalBody.Of(words);
        if (national < 0 && entities.Length > 0 && kind == NameKind.Organisation)
        {
            // The table may know it by a name that says whose body it is, where an abbreviation does not.
            List<string> full = [];
            NameText.Split(NameLexicon.Default[entities[0]].Name, full);
            national = NationalBody.Of(full);
        }

        NameKeyWord[] keys = Words(words, kind, withSounds, out string joined, out string initials, out string longInitials, out bool body);
        return new NameKey
        {
            Text = name,
            Kind = kind,
            KindCertain = kindCertain,
            Words = keys,
            Plain = plain,
            Entities = entities,
            Demonym = NameLexicon.Default.CountryOfDemonym(plain),
            Body = national,
            Joined = withSounds ? Sounds(joined) : [],
            JoinedText = joined,
            Acronym = AcronymOf(name, plain),
            Initials = initials,
            LongInitials = longInitials,
            Hash = national >= 0 ? ((uint)national * 2654435761u) + 1 : TermHash.OfFolded(plain),
            LooksLikeBody = body || kind == NameKind.Organisation,
        };
    }

    private static int[] OfKind(int[] entities, NameKind kind) => Array.FindAll(entities, e => NameLexicon.Default[e].Kind == kind);

    /// <summary>The sounds of folded letters.</summary>
    public static byte[] Sounds(string folded)
    {
        Span<byte> buffer = stackalloc byte[SoundDistance.MaxSounds];
        return buffer[..SoundCoder.Write(folded, buffer)].ToArray();
    }

    // "Toyota Motor Corp." is known as "Toyota Motor".
    private static int[] Entities(List<string> words, string plain, bool capitals)
    {
        int[] found = NameLexicon.Default.Find(plain, capitals);
        int end = words.Count;
        while (end > 1 && (NameWords.OfFolded(words[end - 1]) & NameWord.LegalForm) != NameWord.None)
        {
            end--;
        }

        if (found.Length == 0 && end == words.Count)
        {
            int sounding = NameLexicon.Default.FindBySound(plain);
            return sounding >= 0 && NameLexicon.Default.CountryOfDemonym(plain) < 0 ? [sounding] : found;
        }

        return found.Length > 0 ? found : NameLexicon.Default.Find(NameText.Plain(string.Join(' ', words.GetRange(0, end))), inCapitals: false);
    }

    // "Putin, Vladimir" is "Vladimir Putin", where nothing but a legal form ("Apple, Inc.") can be meant.
    private static string Rotate(string name)
    {
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || comma != name.LastIndexOf(',') || comma + 1 >= name.Length)
        {
            return name;
        }

        List<string> tail = [];
        NameText.Split(name.AsSpan(comma + 1), tail);
        List<string> head = [];
        NameText.Split(name.AsSpan(0, comma), head);
        bool person = head.Count is 1 or 2 && tail.Count is >= 1 and <= 3
            && !tail.Exists(static w => (NameWords.OfFolded(w) & BodyWords) != NameWord.None)
            && (NameWords.OfFolded(tail[0]) & (NameWord.GivenName | NameWord.WeakGivenName)) != NameWord.None;
        return person ? string.Concat(name.AsSpan(comma + 1), " ", name.AsSpan(0, comma)) : name;
    }

    private static string StripLegalPhrase(string name)
    {
        if (name.Length < LegalPhrases.Shortest)
        {
            return name;
        }

        foreach (string phrase in LegalPhrases.All)
        {
            int at = name.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && phrase.Length < name.Length)
            {
                return name.Remove(at, phrase.Length);
            }
        }

        return name;
    }

    private static NameKeyWord[] Words(List<string> words, NameKind kind, bool withSounds, out string joined, out string initials, out string longInitials, out bool body)
    {
        NameKeyWord[] keys = withSounds ? new NameKeyWord[words.Count] : words.Count > 0 ? Unread : [];
        int count = 0;
        StringBuilder? together = withSounds ? new StringBuilder() : null;
        Span<char> first = stackalloc char[NameText.MostWords];
        Span<char> firstLong = stackalloc char[NameText.MostWords];
        int letters = 0;
        int lettersLong = 0;
        body = false;
        foreach (string word in words)
        {
            body |= (NameWords.OfFolded(word) & BodyWords) != NameWord.None;
        }

        bool person = kind == NameKind.Person || (kind == NameKind.Other && !body);
        int start = 0;
        while (person && start + 1 < words.Count && IsTitle(words, start))
        {
            start++;
            if (start + 2 < words.Count && words[start] == "of" && (NameWords.OfFolded(words[start + 1]) & NameWord.Staff) != NameWord.None)
            {
                start += 2;
            }
        }

        for (int i = start; i < words.Count; i++)
        {
            string word = words[i];
            NameWord flags = NameWords.OfFolded(word);
            bool legal = (flags & NameWord.LegalForm) != NameWord.None && (i > 0 || word.Length > 2) && !person;
            bool article = NameText.IsArticle(words, i);
            if (!legal && !(article && i == start))
            {
                together?.Append(word);
            }

            if (article || legal)
            {
                continue;
            }

            bool connector = word is "of" or "for" or "and" or "the" or "in";
            firstLong[lettersLong++] = word[0];
            if (connector)
            {
                continue;
            }

            first[letters++] = word[0];
            bool particle = (flags & NameWord.Particle) != NameWord.None && i + 1 < words.Count && (i > start || word is not ("ben" or "abu"))
                && kind != NameKind.Organisation;
            if (!particle)
            {
                if (withSounds)
                {
                    keys[count] = Word(word, flags, kind, body, count, body || i + 1 == words.Count);
                }

                count++;
            }
        }

        if (count == 0 && withSounds)
        {
            foreach (string word in words)
            {
                keys[count++] = new NameKeyWord(word, Sounds(word), 1, WordRole.Core, NameWord.None, -1, -1);
                together?.Append(word);
            }
        }

        joined = together?.ToString() ?? "";
        initials = letters > 1 ? first[..letters].ToString() : "";
        longInitials = lettersLong > 1 ? initials.AsSpan().SequenceEqual(firstLong[..lettersLong]) ? initials : firstLong[..lettersLong].ToString() : "";
        return count == keys.Length || !withSounds ? keys : keys[..count];
    }

    private static bool IsTitle(List<string> words, int i)
    {
        NameWord flags = NameWords.OfFolded(words[i]);
        return (flags & NameWord.Title) != NameWord.None
            || ((flags & NameWord.RoleModifier) != NameWord.None && i + 2 < words.Count && (NameWords.OfFolded(words[i + 1]) & NameWord.Title) != NameWord.None);
    }

    private static NameKeyWord Word(string word, NameWord flags, NameKind kind, bool body, int position, bool mayBeRoman)
    {
        string number = NumberWords.Canonical(word, mayBeRoman && (word.Length > 1 || body) ? position : 0);
        if (number.Length > 0)
        {
            return new NameKeyWord(number, Sounds(word), 1, WordRole.Number, flags, -1, -1);
        }

        if (word.Length == 1)
        {
            return new NameKeyWord(word, Sounds(word), 0.5f, WordRole.Initial, flags, -1, -1);
        }

        WordRole role = WordRole.Core;
        float weight = 1;
        if (word is "north" or "south" or "east" or "west" or "new" or "old" or "upper" or "lower" or "northern" or "southern" or "eastern" or "western" or "central" or "greater")
        {
            role = WordRole.Compass;
        }
        else if ((flags & NameWord.Facility) != NameWord.None && kind != NameKind.Person)
        {
            role = WordRole.Facility;
            weight = 0.7f;
        }
        else if ((flags & NameWord.Generic) != NameWord.None && (body || kind == NameKind.Organisation))
        {
            role = WordRole.Generic;
            weight = 0.3f;
        }
        else if ((flags & NameWord.Place) != NameWord.None && kind != NameKind.Person && position > 0)
        {
            role = WordRole.Generic;
            weight = 0.2f;
        }

        int[] known = NameLexicon.Default.Find(word, inCapitals: false);
        return new NameKeyWord(word, Sounds(Unassimilate(word, position)), weight, role, flags, known.Length == 1 ? known[0] : -1, Nicknames.GroupOf(word));
    }

    // "Deir Ezzur" holds the article: ez-Zur.
    private static string Unassimilate(string word, int position) =>
        position > 0 && word.Length > 4 && word[0] == 'e' && word[1] == word[2] && word[1] is 'z' or 'r' or 'n' or 's' or 'd' or 't' ? word[2..] : word;

    private static string? AcronymOf(string name, string plain)
    {
        ReadOnlySpan<char> text = name.AsSpan().Trim();
        if (text.Length > 2 && text[^1] == 's' && NameLexicon.IsCapsForm(text[..^1]))
        {
            return plain[..^1];
        }

        return NameLexicon.IsCapsForm(text) && !plain.Contains(' ', StringComparison.Ordinal) ? plain : null;
    }
}
