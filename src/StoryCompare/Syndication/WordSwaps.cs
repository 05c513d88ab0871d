using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>Words that stand in one frame of both articles: one for one, each pair of words once.</summary>
/// <param name="Spans">The words, in the order of the first article.</param>
/// <param name="RarerInA">Pairs whose word of the first article is the rarer one in background news.</param>
/// <param name="RarerInB">The same of the second.</param>
/// <param name="Rarity">Sum of the differences in inverse document frequency: above 0 where the words of the first are the rarer ones.</param>
internal sealed record WordSwaps(IReadOnlyList<(TextSpan A, TextSpan B)> Spans, int RarerInA, int RarerInB, double Rarity)
{
    // "Centre" for "center" and "travelled" for "traveling" are one word.
    private const int SameStart = 4;
    private const int SpellingEdits = 2;

    private static readonly WordSwaps None = new([], 0, 0, 0);

    /// <summary>Compares two articles. Time linear in their frames.</summary>
    public static WordSwaps Between(ArticleTraces a, ArticleTraces b)
    {
        List<(int A, int B)> found = [];
        (ulong Frame, int Word)[] x = a.Frames.Sorted;
        (ulong Frame, int Word)[] y = b.Frames.Sorted;
        int i = 0;
        int j = 0;
        while (i < x.Length && j < y.Length)
        {
            if (x[i].Frame == y[j].Frame)
            {
                if (AreOther(a, x[i].Word, b, y[j].Word))
                {
                    found.Add((x[i].Word, y[j].Word));
                }

                i++;
                j++;
            }
            else if (x[i].Frame < y[j].Frame)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return found.Count == 0 ? None : Of(a, b, found);
    }

    private static WordSwaps Of(ArticleTraces a, ArticleTraces b, List<(int A, int B)> found)
    {
        found.Sort();
        HashSet<(uint, uint)> seen = [];
        List<(TextSpan, TextSpan)> spans = [];
        int rarerInA = 0;
        int rarerInB = 0;
        double rarity = 0;
        foreach ((int wordA, int wordB) in found)
        {
            Token u = Token(a, wordA);
            Token v = Token(b, wordB);
            if (seen.Add((u.Stem, v.Stem)))
            {
                spans.Add((u.Span, v.Span));
                double difference = BackgroundFrequencies.Default.IdfOfTerm(u.Term) - BackgroundFrequencies.Default.IdfOfTerm(v.Term);
                rarerInA += difference > 0 ? 1 : 0;
                rarerInB += difference < 0 ? 1 : 0;
                rarity += difference;
            }
        }

        return new WordSwaps(spans, rarerInA, rarerInB, rarity);
    }

    private static Token Token(ArticleTraces article, int word) => article.Article.Text.Tokens[article.Shingles.Words[word]];

    private static bool AreOther(ArticleTraces a, int wordA, ArticleTraces b, int wordB)
    {
        Token u = Token(a, wordA);
        Token v = Token(b, wordB);
        if (u.Stem == v.Stem)
        {
            return false;
        }

        ReadOnlySpan<char> x = a.Article.Text.Chars(u);
        ReadOnlySpan<char> y = b.Article.Text.Chars(v);
        return x.CommonPrefixLength(y) < SameStart && Edits(x, y) > SpellingEdits;
    }

    private static int Edits(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        if (Math.Abs(x.Length - y.Length) > SpellingEdits)
        {
            return SpellingEdits + 1;
        }

        Span<int> row = stackalloc int[y.Length + 1];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 0; i < x.Length; i++)
        {
            int corner = row[0];
            row[0] = i + 1;
            for (int j = 0; j < y.Length; j++)
            {
                int above = row[j + 1];
                row[j + 1] = Math.Min(Math.Min(above, row[j]) + 1, corner + (x[i] == y[j] ? 0 : 1));
                corner = above;
            }
        }

        return row[y.Length];
    }
}
