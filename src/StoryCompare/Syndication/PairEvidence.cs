using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>What two articles have in common beyond their subject.</summary>
internal sealed class PairEvidence
{
    /// <summary>Share of the smaller article's shingles that the other has.</summary>
    public double Containment { get; private set; }
    /// <summary>The same outside quotations, and without template sentences.</summary>
    public double OwnWords { get; private set; }
    /// <summary>Share of the common shingles that stand in the first half of both.</summary>
    public double Early { get; private set; }
    /// <summary>Longest common run, in words.</summary>
    public int LongestRun { get; private set; }
    /// <summary>Common runs of six words or more whose sentences otherwise tell different things.</summary>
    public int TemplateRuns { get; private set; }
    /// <summary>Common runs of six words or more whose sentences tell the same.</summary>
    public int SharedRuns { get; private set; }
    public int Conversions { get; private set; }
    public int Quotations { get; private set; }
    /// <summary>The first quotation that both have, a content word of each side changed; null where there is none.</summary>
    public (TextSpan A, TextSpan B)? RewordedQuotation { get; private set; }
    /// <summary>Length of the longest common sequence of different named sources.</summary>
    public int SourcesInOrder { get; private set; }
    public List<(TextSpan A, TextSpan B)> Spans { get; } = [];

    /// <summary>Longest common run outside quotations and templates that does not stand in the last third of both articles, in words.</summary>
    public int LongestOwnRun { get; private set; }

    private const int RunWords = 6;
    /// <summary>From this length on a run is text, not a frame: the longest template found between two news stories had 9 words.</summary>
    private const int LongRun = 16;

    public static PairEvidence Of(ArticleTraces a, ArticleTraces b)
    {
        PairEvidence evidence = new();
        evidence.CompareWords(a, b);
        evidence.CompareConversions(a, b);
        evidence.CompareQuotations(a, b);
        evidence.CompareSources(a, b);
        return evidence;
    }

    private void CompareWords(ArticleTraces a, ArticleTraces b)
    {
        int smaller = Math.Min(a.Sorted.Length, b.Sorted.Length);
        if (smaller == 0)
        {
            return;
        }

        List<(int A, int B)> common = [];
        int i = 0;
        int j = 0;
        while (i < a.Sorted.Length && j < b.Sorted.Length)
        {
            ulong x = a.Sorted[i].Hash;
            ulong y = b.Sorted[j].Hash;
            if (x == y)
            {
                common.Add((a.Sorted[i].Word, b.Sorted[j].Word));
                i++;
                j++;
            }
            else if (x < y)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        common.Sort();
        int early = 0;
        int own = 0;
        int k = 0;
        List<(int Words, TextSpan A, TextSpan B)> runs = [];
        while (k < common.Count)
        {
            int length = 1;
            while (k + length < common.Count && common[k + length].A == common[k].A + length && common[k + length].B == common[k].B + length)
            {
                length++;
            }

            int words = length + ShingledText.Size - 1;
            bool quoted = a.Shingles.Quoted[common[k].A] && b.Shingles.Quoted[common[k].B];
            bool template = !quoted && words < LongRun && IsTemplate(a, b, common[k].A, common[k].B, words);
            LongestRun = Math.Max(LongestRun, words);
            for (int r = 0; r < length; r++)
            {
                early += common[k + r].A * 2 < a.Shingles.Hashes.Length && common[k + r].B * 2 < b.Shingles.Hashes.Length ? 1 : 0;
            }

            bool late = common[k].A * 3 > a.Shingles.Hashes.Length * 2 && common[k].B * 3 > b.Shingles.Hashes.Length * 2;
            LongestOwnRun = quoted || template || late ? LongestOwnRun : Math.Max(LongestOwnRun, words);
            own += quoted || template ? 0 : length;
            if (words >= RunWords && !quoted)
            {
                TemplateRuns += template ? 1 : 0;
                SharedRuns += template ? 0 : 1;
                runs.Add((words, SpanOf(a, common[k].A, words), SpanOf(b, common[k].B, words)));
            }

            k += length;
        }

        Containment = (double)common.Count / smaller;
        OwnWords = (double)own / smaller;
        Early = common.Count == 0 ? 0 : (double)early / common.Count;
        runs.Sort(static (x, y) => x.Words != y.Words ? y.Words.CompareTo(x.Words) : x.A.Start.CompareTo(y.A.Start));
        foreach ((_, TextSpan first, TextSpan second) in runs.Take(4))
        {
            Spans.Add((first, second));
        }
    }

    private static TextSpan SpanOf(ArticleTraces t, int word, int words) =>
        new(t.Article.Text.Tokens[t.Shingles.Words[word]].Start, t.Article.Text.Tokens[t.Shingles.Words[Math.Min(word + words - 1, t.Shingles.Words.Length - 1)]].End);

    /// <summary>One frame with other content: outside the run the two sentences share little, or give different figures.</summary>
    private static bool IsTemplate(ArticleTraces a, ArticleTraces b, int wordA, int wordB, int words)
    {
        (HashSet<uint> contentA, HashSet<uint> figuresA) = Rest(a, wordA, words);
        (HashSet<uint> contentB, HashSet<uint> figuresB) = Rest(b, wordB, words);
        if (figuresA.Count > 0 && figuresB.Count > 0 && !figuresA.Overlaps(figuresB))
        {
            return true;
        }

        int smaller = Math.Min(contentA.Count, contentB.Count);
        if (smaller < 3)
        {
            return false;
        }

        int shared = 0;
        foreach (uint stem in contentA)
        {
            shared += contentB.Contains(stem) ? 1 : 0;
        }

        return shared < 0.25 * smaller;
    }

    private static (HashSet<uint> Content, HashSet<uint> Figures) Rest(ArticleTraces t, int word, int words)
    {
        HashSet<uint> content = [];
        HashSet<uint> figures = [];
        int first = word;
        int last = Math.Min(word + words, t.Shingles.Words.Length) - 1;
        int firstSentence = t.Shingles.Sentences[first];
        int lastSentence = t.Shingles.Sentences[last];
        int i = first;
        while (i > 0 && t.Shingles.Sentences[i - 1] == firstSentence && first - i < 60)
        {
            i--;
        }

        for (; i < t.Shingles.Words.Length && t.Shingles.Sentences[i] <= lastSentence && i < last + 60; i++)
        {
            if (i >= first && i <= last)
            {
                continue;
            }

            Token token = t.Article.Text.Tokens[t.Shingles.Words[i]];
            if (token.Kind == TokenKind.Number)
            {
                figures.Add(token.Term);
            }
            else if (!token.IsStopWord)
            {
                content.Add(token.Stem);
            }
        }

        return (content, figures);
    }

    private void CompareConversions(ArticleTraces a, ArticleTraces b)
    {
        HashSet<ulong> seen = [];
        foreach (RoundedConversion x in a.Conversions)
        {
            foreach (RoundedConversion y in b.Conversions)
            {
                if (x.Key == y.Key && seen.Add(x.Key))
                {
                    Conversions++;
                    Spans.Add((x.Span, y.Span));
                }
            }
        }
    }

    private void CompareQuotations(ArticleTraces a, ArticleTraces b)
    {
        foreach ((TextSpan spanA, HashSet<uint> stemsA, _) in a.Quotations)
        {
            foreach ((TextSpan spanB, HashSet<uint> stemsB, _) in b.Quotations)
            {
                int shared = 0;
                foreach (uint stem in stemsA)
                {
                    shared += stemsB.Contains(stem) ? 1 : 0;
                }

                if (shared >= 3 && shared >= 0.6 * Math.Max(stemsA.Count, stemsB.Count))
                {
                    Quotations++;
                    Spans.Add((spanA, spanB));
                    RewordedQuotation ??= shared < stemsA.Count && shared < stemsB.Count ? (spanA, spanB) : null;
                    break;
                }
            }
        }
    }

    /// <summary>Longest common subsequence of the two orders of speakers, each source counted once.</summary>
    private void CompareSources(ArticleTraces a, ArticleTraces b)
    {
        int n = a.Sources.Count;
        int m = b.Sources.Count;
        if (n == 0 || m == 0)
        {
            return;
        }

        int[,] length = new int[n + 1, m + 1];
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = m - 1; j >= 0; j--)
            {
                length[i, j] = a.Sources[i].Key.Same(b.Sources[j].Key)
                    ? Math.Max(length[i + 1, j + 1] + 1, Math.Max(length[i + 1, j], length[i, j + 1]))
                    : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        List<SourceKey> different = [];
        int x = 0;
        int y = 0;
        while (x < n && y < m)
        {
            if (a.Sources[x].Key.Same(b.Sources[y].Key) && length[x, y] == length[x + 1, y + 1] + 1)
            {
                if (!different.Exists(k => k.Same(a.Sources[x].Key)))
                {
                    different.Add(a.Sources[x].Key);
                }

                x++;
                y++;
            }
            else if (length[x + 1, y] >= length[x, y + 1])
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        SourcesInOrder = different.Count;
    }
}
