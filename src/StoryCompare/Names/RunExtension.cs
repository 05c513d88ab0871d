using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Decides whether a name goes on behind its last token.</summary>
internal static class RunExtension
{
    /// <summary>One past the next word that belongs to the name <c>[start, end)</c>, or <paramref name="end"/> when it is complete.</summary>
    public static int Next(TokenizedText text, ReadOnlySpan<Token> tokens, int start, int end)
    {
        if (end >= tokens.Length)
        {
            return end;
        }

        ref readonly Token last = ref tokens[end - 1];
        NameWord lastFlags = NameWords.Of(last);
        if (last.Has(TokenFlags.Possessive) && !IsOwner(text, last))
        {
            return end;
        }

        ref readonly Token next = ref tokens[end];
        char mark = next.Length == 1 ? text.Source[next.Start] : '\0';
        bool attached = !next.Has(TokenFlags.AfterSpace);
        if (mark is '-' or '\u2010' or '\u2011' && attached)
        {
            int word = (lastFlags & NameWord.Article) != NameWord.None && last.Length <= 3 ? WordBehind(text, tokens, end + 1) : -1;
            return word > 0 ? word + 1 : Hyphen(tokens, start, end);
        }

        if (mark == '.' && attached)
        {
            // "J. Smith", "Gen. Smith", "St. Louis".
            bool abbreviation = last.Length == 1 || (last.Length <= 5 && (lastFlags & NameWord.Title) != NameWord.None) || (last.Length == 2 && last.IsCapitalised && text.Source[last.Start] == 'S');
            return abbreviation && IsName(tokens, end + 1) ? end + 2 : end;
        }

        if (mark == '&')
        {
            return IsName(tokens, end + 1) ? end + 2 : end;
        }

        if (!next.IsWord || attached)
        {
            return end;
        }

        if (next.IsCapitalised)
        {
            NameWord flags = NameWords.Of(next);
            // "Theresa May": a month is a surname behind a given name.
            bool surname = (flags & (NameWord.GivenName | NameWord.WeakGivenName)) != NameWord.None
                && (lastFlags & (NameWord.GivenName | NameWord.WeakGivenName | NameWord.Title)) != NameWord.None && (lastFlags & NameWord.KnownPlace) == NameWord.None;
            bool stops = (next.IsStopWord && !surname) || ((flags & NameWord.Never) != NameWord.None && (flags & NameWord.Title) == NameWord.None && !surname);
            return stops ? Connect(text, tokens, start, end, lastFlags) : end + 1;
        }

        return Connect(text, tokens, start, end, lastFlags);
    }

    /// <summary>Index of the capitalised word at <paramref name="i"/>, attached, perhaps behind the mark of an ayn ("Al-‘Alam"); -1 when there is none.</summary>
    public static int WordBehind(TokenizedText text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i < tokens.Length && tokens[i].Kind != TokenKind.Word && tokens[i].Length == 1 && CharClass.IsApostrophe(text.Source[tokens[i].Start])
            && !tokens[i].Has(TokenFlags.AfterSpace))
        {
            i++;
        }

        return i < tokens.Length && tokens[i].IsWord && tokens[i].IsCapitalised && !tokens[i].Has(TokenFlags.AfterSpace) ? i : -1;
    }

    // A common noun that owns part of a name: "People's Liberation Army"; or a plural ("United States").
    private static bool IsOwner(TokenizedText text, in Token token) =>
        (NameWords.Of(TermHash.Of(text.Chars(token))) & NameWord.Owner) != NameWord.None;

    private static bool IsName(ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && tokens[i].IsWord && tokens[i].IsCapitalised && !tokens[i].IsStopWord && (NameWords.Of(tokens[i]) & NameWord.Never) == NameWord.None;

    private static int Hyphen(ReadOnlySpan<Token> tokens, int start, int end)
    {
        if (end + 1 >= tokens.Length || !tokens[end + 1].IsWord || tokens[end + 1].Has(TokenFlags.AfterSpace))
        {
            return end;
        }

        ref readonly Token part = ref tokens[end + 1];
        NameWord before = NameWords.Of(tokens[end - 1]);
        NameWord flags = NameWords.Of(part);
        if (part.IsCapitalised)
        {
            // "Chilean-Peruvian", "Lima-Santiago", "US-Russia" are two; "Al-Hakim", "Abdul-Mahdi" one.
            const NameWord whole = NameWord.Demonym | NameWord.KnownPlace | NameWord.WeakPlace;
            bool two = ((before & whole) != NameWord.None && (flags & whole) != NameWord.None && (before & NameWord.Article) == NameWord.None)
                || (IsKnown(tokens, end - 1) && IsKnown(tokens, end + 1)) || (flags & NameWord.Suffix) != NameWord.None;
            return two ? end : end + 2;
        }

        // "Lashkar-e-Taiba", "Abd-al-Latif".
        if (end + 3 < tokens.Length && part.Length <= 3 && tokens[end + 2].Kind == TokenKind.Punctuation && !tokens[end + 2].Has(TokenFlags.AfterSpace)
            && tokens[end + 3].IsCapitalised && !tokens[end + 3].Has(TokenFlags.AfterSpace))
        {
            return end + 4;
        }

        // "Kim Jong-un": a last syllable in lower case.
        bool syllable = end - start >= 2 && part.Length <= 5 && (flags & (NameWord.Suffix | NameWord.Ordinary)) == NameWord.None && !part.IsStopWord
            && tokens[end - 2].IsWord && tokens[end - 2].IsCapitalised && tokens[end - 1].Length <= 5 && (before & NameWord.Organisation) == NameWord.None;
        return syllable ? end + 2 : end;
    }

    private static bool IsKnown(ReadOnlySpan<Token> tokens, int i) => PhraseTable.Default.Match(tokens, i) == i + 1;

    private static int Connect(TokenizedText text, ReadOnlySpan<Token> tokens, int start, int end, NameWord lastFlags)
    {
        ref readonly Token next = ref tokens[end];
        ReadOnlySpan<char> word = text.Chars(next);
        NameWord flags = NameWords.Of(next);
        if (Same(word, "of"))
        {
            bool takes = (lastFlags & (NameWord.OrganisationOf | NameWord.PlaceOf)) != NameWord.None;
            bool staff = !takes && (lastFlags & NameWord.Title) != NameWord.None && IsStaff(tokens, end + 1);
            return takes || staff ? AfterConnector(text, tokens, end) : end;
        }

        if (Same(word, "for") || Same(word, "on") || Same(word, "against"))
        {
            return Any(tokens, start, end, NameWord.OrganisationOf) && !Any(tokens, start, end, NameWord.Title) ? AfterConnector(text, tokens, end) : end;
        }

        if (Same(word, "and"))
        {
            bool joins = Any(tokens, start, end, NameWord.BodyAnd) && HasConnector(text, tokens, start, end) && IsName(tokens, end + 1)
                && (NameWords.Of(tokens[end + 1]) & (NameWord.OrganisationOf | NameWord.Ordinary)) == NameWord.Ordinary;
            return joins ? end + 2 : end;
        }

        // Particles, up to three: "Staffan de Mistura", "Osama bin Laden", "Bashar al-Assad".
        int i = end;
        int particles = 0;
        while (i < tokens.Length && particles < 3 && tokens[i].IsWord && !tokens[i].IsCapitalised
            && (NameWords.Of(tokens[i]) & (NameWord.Particle | NameWord.Article)) != NameWord.None && !Same(text.Chars(tokens[i]), "the")
            && tokens[i].Length <= 4 && !(tokens[i].IsStopWord && IsEnglish(text.Chars(tokens[i]))))
        {
            i++;
            particles++;
            if (i < tokens.Length && tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] is '-' or '\u2011' or '\u2010')
            {
                i++;
            }
        }

        return particles > 0 && i < tokens.Length && tokens[i].IsWord && tokens[i].IsCapitalised && !tokens[i].IsStopWord ? i + 1 : end;
    }

    private static bool IsEnglish(ReadOnlySpan<char> word) => word is "a" or "an" or "as" or "at" or "the" or "y" or "e";

    private static bool IsStaff(ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && tokens[i].IsCapitalised && (NameWords.Of(tokens[i]) & NameWord.Staff) != NameWord.None;

    private static int AfterConnector(TokenizedText text, ReadOnlySpan<Token> tokens, int connector)
    {
        int i = connector + 1;
        if (i < tokens.Length && Same(text.Chars(tokens[i]), "the"))
        {
            i++;
        }

        if (i + 2 < tokens.Length && !tokens[i].IsCapitalised && (NameWords.Of(tokens[i]) & NameWord.Article) != NameWord.None && tokens[i + 2].IsCapitalised)
        {
            return i + 3;
        }

        return IsName(tokens, i) ? i + 1 : connector;
    }

    private static bool HasConnector(TokenizedText text, ReadOnlySpan<Token> tokens, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (tokens[i].IsStopWord && (Same(text.Chars(tokens[i]), "of") || Same(text.Chars(tokens[i]), "for") || Same(text.Chars(tokens[i]), "on")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(ReadOnlySpan<Token> tokens, int start, int end, NameWord flag)
    {
        for (int i = start; i < end; i++)
        {
            if (tokens[i].IsCapitalised && (NameWords.Of(tokens[i]) & flag) != NameWord.None)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
