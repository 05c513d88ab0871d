using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Finds the word that a time is told of: the noun it stands right before ("the 2004 trial"), else the nearest verb of its clause, else the nearest word that tells something.</summary>
/// <remarks>Shallow: forms and neighbours tell a verb, no parser stands behind it. "Was shot on the block Sunday": shot, not the block. Linear in the clause.</remarks>
internal static class TimeHeadReader
{
    // Tokens between the time and a noun that it may be told of, where the clause shows no verb.
    private const int NounWithin = 7;

    // Words of a noun phrase behind a time that stands before its noun: "the April 2003 federal court hearing".
    private const int LongestPhrase = 4;

    // Letters that a form in "-ed" and one in "-ing" have at least: "need", "wing".
    private const int ShortestPast = 5;
    private const int ShortestIng = 6;

    // "117th": the letters behind a number are no noun.
    private const int ShortestNoun = 3;

    private static readonly TermSet Light = WordTable.StemsOf("date_words.tsv", "light");
    private static readonly TermSet Hedge = WordTable.StemsOf("date_words.tsv", "hedge");
    private static readonly TermSet Night = WordTable.StemsOf("date_words.tsv", "night");
    private static readonly TermSet Hours = WordTable.StemsOf("date_words.tsv", "hours");
    private static readonly TermSet Events = WordTable.StemsOf("date_words.tsv", "event");
    private static readonly TermSet Finite = WordTable.FiniteVerbs;
    private static readonly TermSet Participles = EmbeddedData.Rows("date_words.tsv", "participle").SelectMany(static r => r[1].Split('|')).Select(static w => TermHash.Of(w)).ToTermSet();
    private static readonly TermSet Be = TermHash.SetOf("is", "are", "was", "were", "been");
    private static readonly TermSet Relatives = TermHash.SetOf("that", "who", "which");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint According = TermHash.Of("according");
    private static readonly uint When = TermHash.Of("when");
    private static readonly uint Seen = TermHash.Of("seen");
    private static readonly uint LastWord = TermHash.Of("last");
    private static readonly TermSet Moving = TermHash.SetOf("go", "goes", "going", "went", "gone", "come", "comes", "coming", "came");
    private static readonly TermSet Determiners = TermHash.SetOf("the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "another", "any", "no", "some", "every", "each");
    private static readonly TermSet BeforeBase = TermHash.SetOf("to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "did", "does", "do", "didn't", "doesn't", "don't", "not", "they", "we", "i", "you", "who", "he", "she", "it", "and");
    private static readonly TermSet Prepositions = TermHash.SetOf("of", "in", "on", "at", "for", "with", "from", "by", "into", "near", "during", "under", "between");

    /// <summary>The token, or -1.</summary>
    /// <param name="article">The article.</param>
    /// <param name="sentence">The sentence of the time.</param>
    /// <param name="from">First token of the time's clause.</param>
    /// <param name="first">First token of the time.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="to">One past the clause.</param>
    public static int Head(ArticleSlots article, int sentence, int from, int first, int end, int to)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        if (Modified(text, tokens, first, end) is var noun and >= 0)
        {
            // "A 2013 Toyota": the year is part of a name.
            return tokens[noun].IsCapitalised && tokens[first].Kind == TokenKind.Number ? -1 : noun;
        }

        ActMention[] acts = article.Acts(sentence);
        // "…, and the mayor on Sunday asked for calm": the verb right behind the time, not one beyond the comma.
        bool right = end < to && IsVerb(text, tokens, acts, end, clauseStart: true);
        for (int i = first - 1; i >= from && !(right && tokens[i].Kind == TokenKind.Punctuation); i--)
        {
            if (TellsAct(text, tokens, acts, i))
            {
                // "Hackers who hit the firm on Sunday demanded money": of either verb.
                if (right && tokens[end].IsWord && text.Chars(tokens[end]).EndsWith("ed", StringComparison.Ordinal) && IsInRelative(tokens, from, i))
                {
                    return -1;
                }

                // "Was walking home at 8:30 when she was hit": the hit is what happened then.
                return IsWhen(tokens, end, to) && text.Chars(tokens[i]).EndsWith("ing", StringComparison.Ordinal) && VerbFrom(article, sentence, end + 1, to) is var told and >= 0 ? told : i;
            }
        }

        for (int i = end; i < to; i++)
        {
            if (IsVerb(text, tokens, acts, i, clauseStart: i == end))
            {
                return i;
            }
        }

        for (int i = first - 1; i >= Math.Max(from, first - NounWithin); i--)
        {
            ref readonly Token t = ref tokens[i];
            if (t.IsWord && t.Length >= ShortestNoun && t.IsContent && !t.IsCapitalised && !Light.Contains(t.Stem) && !Hedge.Contains(t.Stem) && !Night.Contains(t.Stem) && !Hours.Contains(t.Stem) && !text.Chars(t).EndsWith("ly", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first verb that tells something in a stretch, or -1.</summary>
    public static int VerbFrom(ArticleSlots article, int sentence, int from, int to)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        ActMention[] acts = article.Acts(sentence);
        for (int i = from; i < to; i++)
        {
            if (IsVerb(text, tokens, acts, i, clauseStart: i == from))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsInRelative(ReadOnlySpan<Token> tokens, int from, int verb)
    {
        for (int i = verb - 1; i >= Math.Max(0, Math.Min(from - 1, verb - 2)); i--)
        {
            if (Relatives.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhen(ReadOnlySpan<Token> tokens, int end, int to) => end < to && tokens[end].Term == When;

    // "An April 2003 hearing", "Sunday's match", "the Saturday night incident": the time is the noun's.
    private static int Modified(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        bool possessive = (tokens[end - 1].Flags & TokenFlags.Possessive) != TokenFlags.None;
        if (!possessive && (first == 0 || !Determiners.Contains(tokens[first - 1].Term)))
        {
            return -1;
        }

        int noun = -1;
        for (int i = end; i < Math.Min(tokens.Length, end + LongestPhrase); i++)
        {
            // "The August 3 drive-by shooting": hyphens and particles inside.
            bool hyphened = i > end && i + 1 < tokens.Length && (text.Source[tokens[i].Start] == '-' || text.Source[tokens[i - 1].Start] == '-') && tokens[i].Start == tokens[i - 1].End;
            if (hyphened && noun >= 0)
            {
                continue;
            }

            if (!tokens[i].IsWord || !tokens[i].IsContent || Finite.Contains(tokens[i].Term))
            {
                break;
            }

            if (Events.Contains(tokens[i].Stem))
            {
                return i;
            }

            if (i > end && text.Chars(tokens[i]).EndsWith("ed", StringComparison.Ordinal))
            {
                break;
            }

            noun = i;
        }

        return noun;
    }

    // A verb, or a noun for what happened ("the shooting on Sunday"); not "found at a house on Sunday".
    private static bool TellsAct(TokenizedText text, ReadOnlySpan<Token> tokens, ActMention[] acts, int i) =>
        IsVerb(text, tokens, acts, i, clauseStart: false) || (tokens[i].Term == Seen && i > 0 && tokens[i - 1].Term == LastWord) || (PartAt(acts, i) != default && Events.Contains(tokens[i].Stem) && !tokens[i].IsCapitalised);

    // A verb that begins its clause may stand right behind the number of a time: "members in 2012 elected".
    private static bool IsVerb(TokenizedText text, ReadOnlySpan<Token> tokens, ActMention[] acts, int i, bool clauseStart)
    {
        ref readonly Token t = ref tokens[i];
        if (!t.IsWord || Hedge.Contains(t.Stem))
        {
            return false;
        }

        // "Went down", "came down": the phrase tells what its verb alone does not.
        if (Moving.Contains(t.Term) && IsPhrase(acts, i))
        {
            return true;
        }

        if (!t.IsContent || Light.Contains(t.Stem) || t.Term == According)
        {
            return false;
        }

        ReadOnlySpan<char> word = text.Chars(t);
        bool past = (word.Length >= ShortestPast && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase)) || Finite.Contains(t.Term) || Participles.Contains(t.Term);
        bool act = (PartAt(acts, i) & ActPart.Verb) != 0;
        if (!past && !act)
        {
            // "Was driving".
            return !t.IsCapitalised && word.Length >= ShortestIng && word.EndsWith("ing", StringComparison.Ordinal) && i > 0 && Be.Contains(tokens[i - 1].Term);
        }

        // "A tan-colored sedan", "a court-ordered test".
        if (past && i + 1 < tokens.Length && i > 0 && text.Source[tokens[i].Start - 1] == '-' && tokens[i + 1].IsWord && tokens[i + 1].IsContent && !tokens[i + 1].IsCapitalised)
        {
            return false;
        }

        // "The wounded", "a vacated building", "of talks", "bus stop"; not "a fire that broke out".
        if (i > 0 && ((Determiners.Contains(tokens[i - 1].Term) && !(past && tokens[i - 1].Term == That && i > 1 && tokens[i - 2].IsWord && tokens[i - 2].IsContent)) || (tokens[i - 1].Kind == TokenKind.Number && !clauseStart) || (tokens[i - 1].Flags & TokenFlags.Possessive) != TokenFlags.None))
        {
            return false;
        }

        if (past)
        {
            // "On injured reserve".
            if (i > 0 && Prepositions.Contains(tokens[i - 1].Term))
            {
                return false;
            }

            return act || !t.IsCapitalised || i == 0;
        }

        if (t.IsCapitalised)
        {
            return false;
        }

        bool ing = word.Length >= ShortestIng && word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        if (ing)
        {
            return true;
        }

        return i > 0 && (BeforeBase.Contains(tokens[i - 1].Term) || (word.EndsWith("s", StringComparison.Ordinal) && tokens[i - 1].IsCapitalised && !Prepositions.Contains(tokens[i - 1].Term) && !InName(tokens, i)));
    }

    // "At the Lower Mill Houses" has a preposition before its capitals; "Smith leaves on Monday" has none.
    private static bool InName(ReadOnlySpan<Token> tokens, int i)
    {
        int k = i - 1;
        while (k >= 0 && tokens[k].IsCapitalised)
        {
            k--;
        }

        return k >= 0 && (Prepositions.Contains(tokens[k].Term) || Determiners.Contains(tokens[k].Term));
    }

    private static bool IsPhrase(ActMention[] acts, int i) => Array.Exists(acts, m => m.FirstToken == i && m.TokenCount > 1 && (m.Part & ActPart.Verb) != 0);

    private static ActPart PartAt(ActMention[] acts, int i)
    {
        ActPart part = default;
        foreach (ActMention m in acts)
        {
            if (m.FirstToken == i)
            {
                part |= m.Part;
            }
        }

        return part;
    }
}
