using StoryCompare.Analysis;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>What of an article can betray where it comes from.</summary>
internal sealed class ArticleTraces
{
    public required AnalyzedArticle Article { get; init; }
    public required ShingledText Shingles { get; init; }
    /// <summary>Shingle hash and position, sorted by hash; each hash once (its first place).</summary>
    public required (ulong Hash, int Word)[] Sorted { get; init; }
    public required List<RoundedConversion> Conversions { get; init; }
    /// <summary>Quotations of five words or more, with their content stems.</summary>
    public required List<(TextSpan Span, HashSet<uint> Stems, int Words)> Quotations { get; init; }
    /// <summary>Named sources in the order in which they speak, repeats in a row left out.</summary>
    public required List<(SourceKey Key, TextSpan Span)> Sources { get; init; }

    /// <summary>Content words by what stands round them; made when first asked for, by the one thread that compares the story.</summary>
    public FramedWords Frames => field ??= FramedWords.Of(Article.Text, Shingles);

    /// <summary>Most quotations and sources compared; a longer article's first ones.</summary>
    private const int Most = 60;

    public static ArticleTraces Of(AnalyzedArticle article)
    {
        TokenizedText text = article.Text;
        ShingledText shingles = ShingledText.Of(text, article.Quotes.Quotes);
        return new ArticleTraces
        {
            Article = article,
            Shingles = shingles,
            Sorted = FirstPlaces(shingles.Hashes),
            Conversions = RoundedConversion.Of(text),
            Quotations = QuotationsOf(article),
            Sources = SourcesOf(article),
        };
    }

    private static (ulong Hash, int Word)[] FirstPlaces(ulong[] hashes)
    {
        ulong[] sorted = [.. hashes];
        int[] words = [.. Enumerable.Range(0, hashes.Length)];
        Array.Sort(sorted, words);
        (ulong Hash, int Word)[] first = new (ulong, int)[sorted.Length];
        int kept = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                first[kept++] = (sorted[i], words[i]);
            }
            else
            {
                // Equal hashes stand in any order.
                first[kept - 1].Word = Math.Min(first[kept - 1].Word, words[i]);
            }
        }

        return kept == first.Length ? first : first[..kept];
    }

    private static List<(TextSpan, HashSet<uint>, int)> QuotationsOf(AnalyzedArticle article)
    {
        List<(TextSpan, HashSet<uint>, int)> found = [];
        TokenizedText text = article.Text;
        foreach (QuoteMention quote in article.Quotes.Quotes)
        {
            HashSet<uint> stems = [];
            int words = 0;
            Sentence last = text.Sentences[quote.LastSentence];
            int first = text.Sentences[quote.FirstSentence].FirstToken;
            foreach (Token t in TokenizedText.TokensInside(text.Tokens.AsSpan(first, last.FirstToken + last.TokenCount - first), quote.Span))
            {
                if (t.Kind <= TokenKind.Number)
                {
                    words++;
                    if (!t.IsStopWord)
                    {
                        stems.Add(t.Stem);
                    }
                }
            }

            if (words >= 5 && stems.Count >= 3 && found.Count < Most)
            {
                found.Add((quote.Span, stems, words));
            }
        }

        return found;
    }

    private static List<(SourceKey, TextSpan)> SourcesOf(AnalyzedArticle article)
    {
        List<(SourceKey, TextSpan)> found = [];
        foreach (Attribution a in article.Quotes.Attributions)
        {
            if (a.SourceName.Length == 0 || found.Count >= Most)
            {
                continue;
            }

            // Only names tell: any two reports let "police" speak, then "witnesses". A capital that opens a sentence is no name.
            bool opens = a.Source.Start == article.Text.Sentences[a.Sentence].Span.Start && !a.SourceName.AsSpan(1).ContainsAnyInRange('A', 'Z');
            SourceKey key = SourceKey.Of(a.SourceName);
            if (opens || key.Last == 0 || key.IsRoleOnly)
            {
                continue;
            }

            if (key.Terms.Length > 0 && (found.Count == 0 || !found[^1].Item1.Same(key)))
            {
                found.Add((key, a.Source));
            }
        }

        return found;
    }
}
