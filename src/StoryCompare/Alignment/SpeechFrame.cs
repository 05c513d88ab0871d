using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Alignment;

/// <summary>The words of a sentence that frame its statement: "Police said Monday that …", "…, the mayor said", "… according to a report".</summary>
/// <remarks>
/// Read from the words alone, for sentences that stand by themselves: two outlets tell one thing by other mouths. At most one frame at the start, one at the end and one "according to".
/// A sentence that would be framed for the most part has no frame: its speaking is what it tells.
/// </remarks>
/// <param name="Opening">Tokens before this one are frame.</param>
/// <param name="Closing">Tokens from this one on are frame.</param>
/// <param name="AccordingFrom">First token of "according to …".</param>
/// <param name="AccordingTo">The token after it.</param>
internal readonly record struct SpeechFrame(int Opening, int Closing, int AccordingFrom, int AccordingTo)
{
    // A speaker with office and place takes up to a dozen tokens; behind the comma of "…, he said" the verb comes within a name's length.
    private const int MaxOpening = 14;
    private const int MaxClosing = 14;
    private const int MaxToVerb = 8;
    private const int MaxToThat = 6;
    private const int MinBefore = 5;
    private const float MostlyFrame = 0.55f;

    private static readonly ushort Say = (ushort)ActLexicon.Default.ClassNamed("say");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint Comma = TermHash.Of(",");
    private static readonly uint FullStop = TermHash.Of(".");
    private static readonly uint According = TermHash.Of("according");

    /// <summary>Whether the token belongs to a frame.</summary>
    public bool Holds(int token) => token < Opening || token >= Closing || (token >= AccordingFrom && token < AccordingTo);

    /// <summary>The frames of a sentence.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mentions">The acts told in it, in order.</param>
    public static SpeechFrame Of(ReadOnlySpan<Token> tokens, ReadOnlySpan<ActMention> mentions)
    {
        (int from, int to) = AccordingPart(tokens);
        int closing = ClosingOf(tokens, mentions);
        SpeechFrame frame = new(OpeningOf(tokens[..(to > from ? Math.Min(from, closing) : closing)], mentions), closing, from, to);
        int held = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            held += frame.Holds(i) ? 1 : 0;
        }

        return held > MostlyFrame * tokens.Length ? new SpeechFrame(0, tokens.Length, 0, 0) : frame;
    }

    private static int OpeningOf(ReadOnlySpan<Token> tokens, ReadOnlySpan<ActMention> mentions)
    {
        foreach (ActMention m in mentions)
        {
            int end = m.FirstToken + m.TokenCount;
            if (m.FirstToken >= MaxOpening || end > tokens.Length)
            {
                break;
            }

            if (m.Class == Say)
            {
                int that = IndexOf(tokens[end..Math.Min(tokens.Length, end + MaxToThat)], That);
                return that >= 0 ? end + that + 1 : end;
            }
        }

        return 0;
    }

    private static int ClosingOf(ReadOnlySpan<Token> tokens, ReadOnlySpan<ActMention> mentions)
    {
        for (int i = tokens.Length - 1; i >= Math.Max(MinBefore, tokens.Length - MaxClosing); i--)
        {
            if (tokens[i].Term != Comma)
            {
                continue;
            }

            foreach (ActMention m in mentions)
            {
                if (m.Class == Say && m.FirstToken > i && m.FirstToken <= i + MaxToVerb)
                {
                    return i;
                }
            }
        }

        return tokens.Length;
    }

    private static (int From, int To) AccordingPart(ReadOnlySpan<Token> tokens)
    {
        int from = IndexOf(tokens, According);
        if (from < 0)
        {
            return (0, 0);
        }

        int to = from + 1;
        while (to < tokens.Length && tokens[to].Term != Comma && tokens[to].Term != FullStop)
        {
            to++;
        }

        return (from, to);
    }

    private static int IndexOf(ReadOnlySpan<Token> tokens, uint term)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Term == term)
            {
                return i;
            }
        }

        return -1;
    }
}
