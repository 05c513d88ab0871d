using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>What a name's words and neighbours say of its kind.</summary>
internal static class KindCues
{
    /// <summary>The votes of one mention, tokens <c>[start, end)</c> of its sentence.</summary>
    public static KindVotes Of(TokenizedText text, ReadOnlySpan<Token> tokens, int start, int end)
    {
        int person = 0;
        int place = 0;
        int body = 0;
        NameWord first = NameWords.Of(tokens[start]);
        NameWord last = NameWords.Of(tokens[end - 1]);
        int words = 0;
        bool ofOrFor = false;
        bool anyBody = false;
        bool particle = false;
        bool ordinary = false;
        for (int i = start; i < end; i++)
        {
            if (!tokens[i].IsWord)
            {
                continue;
            }

            NameWord flags = NameWords.Of(tokens[i]);
            words += tokens[i].IsCapitalised ? 1 : 0;
            anyBody |= tokens[i].IsCapitalised && (flags & (NameWord.Organisation | NameWord.LegalForm)) != NameWord.None;
            ofOrFor |= !tokens[i].IsCapitalised && tokens[i].IsStopWord;
            particle |= !tokens[i].IsCapitalised && (flags & NameWord.Particle) != NameWord.None;
            ordinary |= (flags & NameWord.Ordinary) != NameWord.None && (flags & (NameWord.GivenName | NameWord.WeakGivenName)) == NameWord.None;
        }

        if (words > 1 && anyBody && ((last & (NameWord.Organisation | NameWord.LegalForm)) != NameWord.None || ((first & NameWord.Organisation) != NameWord.None && ofOrFor) || ofOrFor))
        {
            body += KindVotes.Strong;
        }
        else if (words > 1 && anyBody)
        {
            body += KindVotes.Medium;
        }

        if (words > 1 && (last & NameWord.Place) != NameWord.None && (last & NameWord.Organisation) == NameWord.None)
        {
            place += KindVotes.Strong;
        }
        else if (words > 1 && (first & NameWord.PlaceOf) != NameWord.None && ofOrFor)
        {
            place += KindVotes.Strong;
        }

        if (words > 1 && body == 0 && place == 0 && (first & NameWord.PlaceFirst) != NameWord.None)
        {
            place += KindVotes.Medium;
        }

        if (words > 1 && body == 0 && place == 0)
        {
            person += (first & NameWord.GivenName) != NameWord.None ? KindVotes.Medium : (first & NameWord.WeakGivenName) != NameWord.None || particle ? 2 : 0;
            person += !ordinary && words is 2 or 3 ? KindVotes.Weak : 0;
        }

        if (words == 1)
        {
            place += (first & NameWord.KnownPlace) != NameWord.None ? KindVotes.Medium : (first & NameWord.WeakPlace) != NameWord.None ? KindVotes.Weak : 0;
            person += (first & NameWord.GivenName) != NameWord.None ? KindVotes.Weak : 0;
            body += tokens[start].Has(TokenFlags.AllCaps) && tokens[start].Length <= 6 ? 2 : 0;
        }

        After(text, tokens, start, end, ref person, ref place, ref body);
        Before(text, tokens, start, ref person, ref place, ref body);
        return new KindVotes((short)person, (short)place, (short)body);
    }

    private static void After(TokenizedText text, ReadOnlySpan<Token> tokens, int start, int end, ref int person, ref int place, ref int body)
    {
        if (end >= tokens.Length)
        {
            return;
        }

        bool possessive = tokens[end - 1].Has(TokenFlags.Possessive);
        ref readonly Token next = ref tokens[end];
        if (next.IsWord && !next.IsCapitalised && !possessive)
        {
            NameWord flags = NameWords.Of(next);
            bool media = (flags & NameWord.Media) != NameWord.None
                || (end + 1 < tokens.Length && tokens[end + 1].IsWord && (NameWords.Of(tokens[end + 1]) & NameWord.Media) != NameWord.None && Is(text, next, "satellite", "state", "television"));
            if (media)
            {
                body += KindVotes.Strong;
            }
            else if ((flags & NameWord.PlaceCue) != NameWord.None)
            {
                place += KindVotes.Strong;
            }
            else if ((flags & NameWord.Facility) != NameWord.None)
            {
                place += KindVotes.Medium;
            }
            else if ((flags & NameWord.Verb) != NameWord.None)
            {
                person += KindVotes.Weak;
                body += KindVotes.Weak;
            }
            else if (Is(text, next, "group", "militants", "fighters") || Is(text, next, "terrorists", "extremists", "insurgents") || Is(text, next, "rebels", "spokesman", "spokeswoman"))
            {
                body += KindVotes.Medium;
            }
            else if (Is(text, next, "who", "himself", "herself"))
            {
                person += KindVotes.Medium;
            }
        }
        else if (next.IsWord && next.IsCapitalised && (NameWords.Of(next) & NameWord.Media) != NameWord.None)
        {
            body += next.Has(TokenFlags.AllCaps) ? KindVotes.Strong : KindVotes.Medium;
        }

        // "Hesston, Kansas": a place in front of a known one. "John Smith, 43,": an age.
        if (next.Kind == TokenKind.Punctuation && text.Source[next.Start] == ',' && end + 1 < tokens.Length)
        {
            ref readonly Token behind = ref tokens[end + 1];
            if (behind.Kind == TokenKind.Number && behind.Length <= 2)
            {
                person += KindVotes.Medium;
            }
            else if (behind.IsCapitalised && end - start <= 3 && PhraseTable.Default.Match(tokens, end + 1) > end + 1 && person == 0)
            {
                place += KindVotes.Weak;
            }
        }
    }

    private static void Before(TokenizedText text, ReadOnlySpan<Token> tokens, int start, ref int person, ref int place, ref int body)
    {
        int i = start - 1;
        if (i >= 0 && tokens[i].IsWord && Is(text, tokens[i], "the", "", ""))
        {
            i--;
            person = Math.Max(0, person - 1);
        }

        if (i < 0 || !tokens[i].IsWord)
        {
            return;
        }

        NameWord flags = NameWords.Of(tokens[i]);
        if (i > 0 && Is(text, tokens[i], "of", "", "") && tokens[i - 1].IsWord)
        {
            NameWord head = NameWords.Of(tokens[i - 1]);
            place += !tokens[i - 1].IsCapitalised && (head & NameWord.PlaceCue) != NameWord.None ? KindVotes.Strong : Is(text, tokens[i - 1], "south", "north", "east") || Is(text, tokens[i - 1], "west", "northeast", "southeast") || Is(text, tokens[i - 1], "northwest", "southwest", "outside") ? KindVotes.Medium : 0;
        }
        else if (!tokens[i].IsCapitalised && (flags & NameWord.Title) != NameWord.None)
        {
            person += KindVotes.Medium;
        }
        else if (!tokens[i].IsCapitalised && (flags & NameWord.Media) != NameWord.None)
        {
            body += KindVotes.Medium;
        }
        else if (!tokens[i].IsCapitalised && (flags & NameWord.PlaceCue) != NameWord.None)
        {
            place += KindVotes.Medium;
        }
        else if ((flags & NameWord.PlaceBefore) != NameWord.None)
        {
            place += KindVotes.Weak;
        }
    }

    private static bool Is(TokenizedText text, in Token token, string a, string b, string c)
    {
        ReadOnlySpan<char> word = text.Chars(token);
        return word.Equals(a, StringComparison.OrdinalIgnoreCase) || (b.Length > 0 && word.Equals(b, StringComparison.OrdinalIgnoreCase))
            || (c.Length > 0 && word.Equals(c, StringComparison.OrdinalIgnoreCase));
    }
}
