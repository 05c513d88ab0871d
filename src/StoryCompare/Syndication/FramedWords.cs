using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>The content words of an article by the two words before and the two behind them: 5-word shingles with a hole in the middle.</summary>
/// <remarks>Names, numbers and words at a sentence's ends are left out, as are frames of stop words alone and frames that stand round two words of the article.</remarks>
internal sealed class FramedWords
{
    private const int Side = 2;
    private const int MinLength = 3;

    /// <summary>Hash of the frame and index of its word in <see cref="ShingledText.Words"/>; sorted, each frame once.</summary>
    public required (ulong Frame, int Word)[] Sorted { get; init; }

    /// <summary>All of an article. O(n log n) in its words.</summary>
    public static FramedWords Of(TokenizedText text, ShingledText shingles)
    {
        List<(ulong Frame, int Word)> found = [];
        for (int i = Side; i + Side < shingles.Words.Length; i++)
        {
            Token token = text.Tokens[shingles.Words[i]];
            if (!token.IsWord || token.IsStopWord || token.IsCapitalised || token.Length < MinLength || shingles.Sentences[i - Side] != shingles.Sentences[i + Side])
            {
                continue;
            }

            bool content = false;
            ulong hash = 0;
            for (int k = i - Side; k <= i + Side; k++)
            {
                if (k != i)
                {
                    Token neighbour = text.Tokens[shingles.Words[k]];
                    content |= neighbour.IsContent;
                    hash = ShingledText.Mix(hash, neighbour.Stem);
                }
            }

            if (content)
            {
                found.Add((hash, i));
            }
        }

        found.Sort();
        int kept = 0;
        for (int i = 0; i < found.Count;)
        {
            int end = i + 1;
            bool same = true;
            for (; end < found.Count && found[end].Frame == found[i].Frame; end++)
            {
                same &= text.Tokens[shingles.Words[found[end].Word]].Stem == text.Tokens[shingles.Words[found[i].Word]].Stem;
            }

            if (same)
            {
                found[kept++] = found[i];
            }

            i = end;
        }

        return new FramedWords { Sorted = [.. found.Take(kept)] };
    }
}
