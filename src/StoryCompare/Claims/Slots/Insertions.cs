using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Finds what is set into a sentence between commas: relative clauses, appositions, participles, who says so.</summary>
/// <remarks>
/// Real reports set two or three facts about a thing between the thing and its verb ("the ferry, which had been inspected in the spring, was sailing"). Whoever reads the clause of a word there must step over them.
/// Shallow: a comma that no verb precedes in its clause opens an aside if a later comma stands before a verb; elsewhere a relative word, "according" or a verb of speech opens one. Linear in the tokens, but for the search of the closing comma.
/// </remarks>
internal static class Insertions
{
    // Tokens of the longest aside, and of one that tells who says so.
    private const int Longest = 40;
    private const int LongestSpeech = 12;

    // Letters that a verb in "-ed" has at least.
    private const int ShortestPast = 5;

    private static readonly TermSet Finite = WordTable.FiniteVerbs;
    private static readonly TermSet Relatives = TermHash.SetOf("who", "which", "whose", "whom", "where", "according", "including", "among");
    private static readonly TermSet Clauses = TermHash.SetOf("that", "but", "when", "because", "while", "although", "though", "if", "whether", "since", "until", "as");
    private static readonly TermSet Determiners = TermHash.SetOf("the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "some", "about", "nearly", "almost", "more", "at", "on", "in", "up", "to");
    private static readonly TermSet Nouns = TermHash.SetOf("the", "a", "an", "his", "her", "its", "their", "of", "in", "for", "with", "by");
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "confirm", "warn" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint Whom = TermHash.Of("whom");
    private static readonly uint Which = TermHash.Of("which");

    /// <summary>The asides, in order: from the comma that opens one to one past the comma or token that ends it; none overlap.</summary>
    public static List<(int Start, int End)> Read(TokenizedText text, ReadOnlySpan<Token> tokens)
    {
        List<(int, int)> found = [];
        bool verb = false;
        int start = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!IsComma(text, tokens[i]))
            {
                if (Clauses.Contains(tokens[i].Term) || IsSpeech(tokens[i]))
                {
                    verb = false;
                    start = i + 1;
                }
                else
                {
                    verb |= IsFinite(text, tokens, i);
                }

                continue;
            }

            int end = i > start && !verb ? BeforeVerb(text, tokens, i) : -1;
            end = end > 0 ? end : i + 1 < tokens.Length && OpensRelative(tokens, i + 1) ? NextEnd(text, tokens, i + 1, Longest) : SpeechEnd(text, tokens, i + 1);
            if (end > i)
            {
                found.Add((i, end));
                i = end - 1;
                continue;
            }

            verb = false;
            start = i + 1;
        }

        return found;
    }

    /// <summary>Whether the token begins or continues what a finite verb says.</summary>
    public static bool IsFinite(TokenizedText text, ReadOnlySpan<Token> tokens, int i)
    {
        ref readonly Token t = ref tokens[i];
        if (!t.IsWord)
        {
            return false;
        }

        if (Finite.Contains(t.Term))
        {
            return true;
        }

        ReadOnlySpan<char> word = text.Chars(t);
        if (t.IsCapitalised || (i > 0 && Nouns.Contains(tokens[i - 1].Term)))
        {
            return false;
        }

        return (word.Length >= ShortestPast && word.EndsWith("ed", StringComparison.Ordinal)) || (word[^1] == 's' && word.Length >= ShortestPast - 1 && i + 1 < tokens.Length && (tokens[i + 1].Kind == TokenKind.Number || Determiners.Contains(tokens[i + 1].Term)) && i > 0 && tokens[i - 1].Kind == TokenKind.Punctuation);
    }

    // The end of an aside between a subject and its verb: behind the comma that a verb follows; -1 where none does.
    private static int BeforeVerb(TokenizedText text, ReadOnlySpan<Token> tokens, int comma)
    {
        for (int j = comma + 1; j < Math.Min(tokens.Length - 1, comma + Longest); j++)
        {
            if (text.Source[tokens[j].Start] is ';' or '\u2014')
            {
                return -1;
            }

            if (IsComma(text, tokens[j]) && (IsFinite(text, tokens, j + 1) || (j + 2 < tokens.Length && IsAdverb(text, tokens[j + 1]) && IsFinite(text, tokens, j + 2))))
            {
                return j + 1;
            }
        }

        return -1;
    }

    private static bool OpensRelative(ReadOnlySpan<Token> tokens, int i) =>
        Relatives.Contains(tokens[i].Term) || (i + 2 < tokens.Length && tokens[i + 1].Term == Of && (tokens[i + 2].Term == Whom || tokens[i + 2].Term == Which));

    private static int NextEnd(TokenizedText text, ReadOnlySpan<Token> tokens, int from, int longest)
    {
        for (int j = from; j < Math.Min(tokens.Length, from + longest); j++)
        {
            if (IsComma(text, tokens[j]))
            {
                return j + 1;
            }

            if (tokens[j].Kind == TokenKind.Punctuation && text.Source[tokens[j].Start] is ';' or '\u2014' or ':')
            {
                return j;
            }
        }

        return Math.Min(tokens.Length, from + longest);
    }

    // ", the mayor said on Monday," and ", police said".
    private static int SpeechEnd(TokenizedText text, ReadOnlySpan<Token> tokens, int from)
    {
        int end = NextEnd(text, tokens, from, LongestSpeech);
        for (int j = from; j < end; j++)
        {
            if (IsSpeech(tokens[j]))
            {
                // "The mayor said the bridge was closed" tells a clause of its own behind the verb.
                for (int k = j + 1; k < end; k++)
                {
                    if (IsFinite(text, tokens, k) || tokens[k].Kind == TokenKind.Number)
                    {
                        return -1;
                    }
                }

                return end;
            }

            if (tokens[j].Kind == TokenKind.Number)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsSpeech(in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if (Speech.Contains(e.Class) && (e.Part & ActPart.Verb) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAdverb(TokenizedText text, in Token t) => t.IsWord && text.Chars(t) is "also" or "then" or "later" or "now" or "still" or "soon" or "already" || (t.IsWord && t.Length > 4 && text.Chars(t).EndsWith("ly", StringComparison.Ordinal));

    private static bool IsComma(TokenizedText text, in Token t) => t.Kind == TokenKind.Punctuation && text.Source[t.Start] == ',';
}
