using StoryCompare.Claims.Lexicon;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads how sure a sentence is of its statement, from the phrases of <c>certainty_cues.tsv</c>.</summary>
internal static class CertaintyReader
{
    private static readonly PhraseTable<string> Cues = PhraseTable.Load("certainty_cues.tsv");

    /// <summary>The strongest class whose phrase stands in the tokens, and the phrase's span.</summary>
    public static (Certainty Certainty, TextSpan? Cue) Read(ReadOnlySpan<Token> tokens)
    {
        Certainty strongest = Certainty.Asserted;
        TextSpan? cue = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Cues.Match(tokens, i, out int length) is not { } value)
            {
                continue;
            }

            Certainty certainty = Enum.Parse<Certainty>(value, ignoreCase: true);
            if (certainty > strongest)
            {
                strongest = certainty;
                cue = new TextSpan(tokens[i].Start, tokens[i + length - 1].End);
            }

            i += length - 1;
        }

        return (strongest, cue);
    }
}
