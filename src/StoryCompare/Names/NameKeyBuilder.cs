using System.Text;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Builds <see cref="NameKey"/>s.</summary>
internal static class NameKeyBuilder
{
    private const NameWord BodyWords = NameWord.Organisation | NameWord.LegalForm;

    /// <summary>The key of a name whose kind is known or not.</summary>
    public static NameKey Build(string name, NameKind kind = NameKind.Other, bool kindCertain = false)
    {
        using FoldedWords words = new();
        Found found = Find(name, kind, kindCertain, words);
        string plain = words.Plain().ToString();
        NameKeyWord[] keys = Words(words, found.Kind, out string joined, out string initials, out string longInitials, out bool body);
        return new NameKey
        {
            Text = name,
            Kind = found.Kind,
            KindCertain = kindCertain,
            Words = keys,
            Plain = plain,
            Entities = found.Entities,
            Demonym = NameLexicon.Default.CountryOfDemonym(plain),
            Body = found.Body,
            Joined = Sounds(joined),
            JoinedText = joined,
            Acronym = AcronymOf(name, plain),
            Initials = initials,
            LongInitials = longInitials,
            Hash = HashOf(found.Body, plain),
            LooksLikeBody = body || found.Kind == NameKind.Organisation,
        };
    }

    /// <summary>What joins the forms of an article: enough to look a name up and to join acronyms, not to match it. <paramref name="words"/> holds its words afterwards.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="kind">Its kind, if known.</param>
    /// <param name="kindCertain">Whether the kind rests on strong evidence.</param>
    /// <param name="withInitials">Whether its initials may be asked for.</param>
    /// <param name="words">Room, used again for each name.</param>
    public static FormKey BuildForLookup(ReadOnlySpan<char> name, NameKind kind, bool kindCertain, bool withInitials, FoldedWords words)
    {
        Found found = Find(name, kind, kindCertain, words);
        ReadOnlySpan<char> plain = words.Plain();
        FormKey key = new() { Entities = found.Entities, Body = found.Body, Hash = HashOf(found.Body, plain), HasWords = words.Count > 0, Acronym = AcronymOf(name, plain), Initials = "", LongInitials = "" };
        if (withInitials && words.Count > 1)
        {
            Initials initials = new(words, found.Kind);
            key.Initials = initials.Short;
            key.LongInitials = initials.Long;
        }

        return key;
    }

    private static Found Find(ReadOnlySpan<char> name, NameKind kind, bool kindCertain, FoldedWords words)
    {
        words.Clear();
        NameText.Split(Rotate(StripLegalPhrase(name)), words);
        int[] entities = Entities(words, words.Plain(), NameLexicon.IsCapsForm(name.Trim()));
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
            using FoldedWords full = new();
            NameText.Split(NameLexicon.Default[entities[0]].Name, full);
            national = NationalBody.Of(full);
        }

        return new Found(kind, entities, national);
    }

    private static uint HashOf(int body, ReadOnlySpan<char> plain) => body >= 0 ? ((uint)body * 2654435761u) + 1 : TermHash.OfFolded(plain);

    private static int[] OfKind(int[] entities, NameKind kind) => Array.FindAll(entities, e => NameLexicon.Default[e].Kind == kind);

    /// <summary>The sounds of folded letters.</summary>
    public static byte[] Sounds(string folded)
    {
        Span<byte> buffer = stackalloc byte[SoundDistance.MaxSounds];
        return buffer[..SoundCoder.Write(folded, buffer)].ToArray();
    }

    // "Toyota Motor Corp." is known as "Toyota Motor".
    private static int[] Entities(FoldedWords words, ReadOnlySpan<char> plain, bool capitals)
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

        return found.Length > 0 ? found : NameLexicon.Default.Find(PlainOf(words, end), inCapitals: false);
    }

    // As a name of its own: without the legal form, a word before it may be an article no more.
    private static string PlainOf(FoldedWords words, int end)
    {
        StringBuilder first = new();
        for (int i = 0; i < end; i++)
        {
            first.Append(i > 0 ? " " : "").Append(words[i]);
        }

        return NameText.Plain(first.ToString());
    }

    // "Putin, Vladimir" is "Vladimir Putin", where nothing but a legal form ("Apple, Inc.") can be meant.
    private static ReadOnlySpan<char> Rotate(ReadOnlySpan<char> name)
    {
        int comma = name.IndexOf(',');
        if (comma <= 0 || comma != name.LastIndexOf(',') || comma + 1 >= name.Length)
        {
            return name;
        }

        using FoldedWords tail = new();
        NameText.Split(name[(comma + 1)..], tail);
        using FoldedWords head = new();
        NameText.Split(name[..comma], head);
        bool person = head.Count is 1 or 2 && tail.Count is >= 1 and <= 3 && !Any(tail, BodyWords)
            && (NameWords.OfFolded(tail[0]) & (NameWord.GivenName | NameWord.WeakGivenName)) != NameWord.None;
        return person ? string.Concat(name[(comma + 1)..], " ", name[..comma]) : name;
    }

    private static bool Any(FoldedWords words, NameWord flags)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if ((NameWords.OfFolded(words[i]) & flags) != NameWord.None)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> StripLegalPhrase(ReadOnlySpan<char> name)
    {
        if (name.Length < LegalPhrases.Shortest || !name.ContainsAny(LegalPhrases.Any))
        {
            return name;
        }

        foreach (string phrase in LegalPhrases.All)
        {
            int at = name.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && phrase.Length < name.Length)
            {
                return string.Concat(name[..at], name[(at + phrase.Length)..]);
            }
        }

        return name;
    }

    private static NameKeyWord[] Words(FoldedWords words, NameKind kind, out string joined, out string initials, out string longInitials, out bool body)
    {
        NameKeyWord[] keys = new NameKeyWord[words.Count];
        int count = 0;
        StringBuilder together = new();
        body = Any(words, BodyWords);
        Initials letters = new(words, kind);
        for (int i = letters.Start; i < words.Count; i++)
        {
            WordPart part = letters.PartOf(i);
            if (part != WordPart.Legal && !(part == WordPart.Article && i == letters.Start))
            {
                together.Append(words[i]);
            }

            if (part == WordPart.Core)
            {
                keys[count] = Word(words[i].ToString(), NameWords.OfFolded(words[i]), kind, body, count, body || i + 1 == words.Count);
                count++;
            }
        }

        if (count == 0)
        {
            for (int i = 0; i < words.Count; i++)
            {
                string word = words[i].ToString();
                keys[count++] = new NameKeyWord(word, Sounds(word), 1, WordRole.Core, NameWord.None, -1, -1);
                together.Append(word);
            }
        }

        joined = together.ToString();
        initials = letters.Short;
        longInitials = letters.Long;
        return count == keys.Length ? keys : keys[..count];
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

    private static string? AcronymOf(ReadOnlySpan<char> name, ReadOnlySpan<char> plain)
    {
        ReadOnlySpan<char> text = name.Trim();
        if (text.Length > 2 && text[^1] == 's' && NameLexicon.IsCapsForm(text[..^1]))
        {
            return plain[..^1].ToString();
        }

        return NameLexicon.IsCapsForm(text) && !plain.Contains(' ') ? plain.ToString() : null;
    }

    /// <summary>What the tables say of a name.</summary>
    private readonly record struct Found(NameKind Kind, int[] Entities, int Body);
}
