using StoryCompare.Claims.Lexicon;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <content>The role of people by the verbs and phrases near their number.</content>
internal static partial class FigureSlotReader
{
    // "Six people, including a child of two, were wounded": the verb stands behind the second comma.
    private static string? RoleBehindAside(TokenizedText text, ReadOnlySpan<Token> tokens, int end)
    {
        if (end >= tokens.Length || text.Source[tokens[end].Start] != ',')
        {
            return null;
        }

        for (int i = end + 1; i + 2 < Math.Min(tokens.Length, end + AsideWithin); i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] == ',' && Passive.Contains(tokens[i + 1].Term))
            {
                return RoleAt(tokens, i + 2, end).Role ?? (i + 3 < tokens.Length ? RoleAt(tokens, i + 3, end).Role : null) ?? RoleAt(tokens, i + 1, end).Role;
            }
        }

        return null;
    }

    // "Five women and three men were hurt": the role told of the second number is the first one's too.
    private static string? RoleOfPair(ReadOnlySpan<Token> tokens, int end)
    {
        if (end + 2 >= tokens.Length || tokens[end].Term != And || !(tokens[end + 1].Kind == TokenKind.Number || tokens[end + 1].IsWord && Numbers.Contains(tokens[end + 1].Term)))
        {
            return null;
        }

        for (int i = end + 3; i < Math.Min(tokens.Length, end + 2 + RoleWithin); i++)
        {
            if (Passive.Contains(tokens[i].Term) && i + 1 < tokens.Length && RoleAt(tokens, i + 1, end) is { Role: { } role })
            {
                return role;
            }
        }

        return null;
    }

    // The role told nearest to the figure, by phrase or by act; null when none is told close by.
    private static string? RoleOf(TokenizedText text, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        string? best = null;
        int nearest = RoleWithin + 1;
        bool subject = IsSubject(tokens, end, to) || HasVerbBehind(text, tokens, end);
        for (int i = Math.Max(from - 1, Math.Max(0, first - RoleWithin - 4)); i < Math.Min(to, end + RoleWithin + 1); i++)
        {
            if (i >= first && i < end)
            {
                continue;
            }

            (string? role, int length) = RoleAt(tokens[..to], i, first);
            int distance = i >= end ? i - end : first - (i + length);
            if (subject && role is not null && i < first && IsJoined(tokens, i + length, first))
            {
                continue;
            }

            if (role is not null && distance >= 0 && distance < nearest)
            {
                best = role;
                nearest = distance;
            }
        }

        return best;
    }

    // "One man died, and six others were being treated": a number with a verb of its own has nothing of the verb before "and".
    private static bool IsSubject(ReadOnlySpan<Token> tokens, int end, int to)
    {
        for (int i = end; i < Math.Min(to, end + 2); i++)
        {
            if (Passive.Contains(tokens[i].Term) || Verbs.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // "The driver died and two men, both passengers, underwent surgery": the same, the verb right behind or behind an aside.
    private static bool HasVerbBehind(TokenizedText text, ReadOnlySpan<Token> tokens, int end)
    {
        if (end >= tokens.Length || tokens[end].Kind != TokenKind.Punctuation)
        {
            return end < tokens.Length && IsOwnVerb(text, tokens, end);
        }

        for (int i = end + 1; text.Source[tokens[end].Start] == ',' && i + 1 < Math.Min(tokens.Length, end + AsideWithin); i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] == ',')
            {
                return IsOwnVerb(text, tokens, i + 2 < tokens.Length && tokens[i + 1].Kind == TokenKind.Punctuation ? i + 2 : i + 1);
            }
        }

        return false;
    }

    private static bool IsOwnVerb(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        !IsSpeech(tokens[i]) && (Passive.Contains(tokens[i].Term) || Verbs.Contains(tokens[i].Term) || (Insertions.IsFinite(text, tokens, i) && !IsParticiple(tokens[i])));

    // "Nine people injured and ten killed": what befell them, no verb of theirs.
    private static bool IsParticiple(in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if (Array.Exists(ActRoles, x => x.Class == e.Class))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJoined(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation || Joining.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static (string? Role, int Length) RoleAt(ReadOnlySpan<Token> tokens, int i, int first)
    {
        if (CountedThings.Roles.Match(tokens, i, out int length) is { } phrase)
        {
            return (phrase, length);
        }

        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(tokens[i].Term))
        {
            foreach ((int c, string role) in ActRoles)
            {
                // "Four men killed a guard": those who act are in no such role; only what follows a verb, or is said to be or have been, is.
                if (e.Class == c && e.Words == 1 && !(role is "infected" && tokens[i].Term == Caught) && (e.Part & ActPart.Verb) != 0 && ((i < first && !IsBehindPreposition(tokens, i + 1, first)) || role is "infected" || (i > 0 && i > first && Passive.Contains(tokens[i - 1].Term)) || (i > 1 && i > first && Passive.Contains(tokens[i - 2].Term))))
                {
                    return (role, 1);
                }
            }
        }

        return (null, 0);
    }

    // "Arrested in the killing of two women", "shot by two men": the verb has another object, or they are its doers.
    private static bool IsBehindPreposition(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (Prepositions.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }
}
