using StoryCompare.Alignment;
using StoryCompare.Analysis;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>One sentence of a generated story as the library splits it.</summary>
/// <param name="At">Article and sentence.</param>
/// <param name="Text">Its words.</param>
/// <param name="Statement">What it tells.</param>
internal sealed record StorySentence(SentenceRef At, string Text, int Statement);

/// <summary>A generated story, analysed, with the truth about its sentences.</summary>
internal sealed class StorySentences
{
    private readonly Dictionary<SentenceRef, int> _numbers;

    public StorySentences(IReadOnlyList<GeneratedArticle> articles)
    {
        Articles = [.. articles.Select(static a => a.Article)];
        Analyzed = [.. articles.Select(static a => ArticleAnalyzer.Analyze(a.Article, a.Article.Id!))];
        List<StorySentence> sentences = [];
        for (int a = 0; a < articles.Count; a++)
        {
            for (int s = 0; s < Analyzed[a].Text.Sentences.Length; s++)
            {
                TextSpan span = Analyzed[a].Text.Sentences[s].Span;
                // Headlines are no statement; the generator knows the others by their place.
                int at = articles[a].Sentences.ToList().FindIndex(g => g.Span.Overlaps(span));
                if (at >= 0)
                {
                    sentences.Add(new StorySentence(new SentenceRef(a, s), Analyzed[a].Text.String(span), articles[a].Sentences[at].Statement));
                }
            }
        }

        All = sentences;
        _numbers = Enumerable.Range(0, sentences.Count).ToDictionary(i => sentences[i].At);
    }

    public IReadOnlyList<Article> Articles { get; }

    public AnalyzedArticle[] Analyzed { get; }

    public IReadOnlyList<StorySentence> All { get; }

    /// <summary>Pairs of sentences of different articles.</summary>
    public long Pairs => (((long)All.Count * All.Count) - All.GroupBy(static s => s.At.Article).Sum(static g => (long)g.Count() * g.Count())) / 2;

    /// <summary>Whether two sentences tell one statement.</summary>
    public bool Same(int a, int b) => All[a].Statement == All[b].Statement;

    /// <summary>All pairs of different articles that tell one statement.</summary>
    public IReadOnlyList<(int A, int B)> SamePairs() =>
        [.. Enumerable.Range(0, All.Count).GroupBy(i => All[i].Statement).SelectMany(static g => g.SelectMany(a => g.Where(b => a < b).Select(b => (a, b)))).Where(p => Apart(p.a, p.b))];

    /// <summary>Pairs drawn at random among all of different articles, without end.</summary>
    public IEnumerable<(int A, int B)> RandomPairs()
    {
        SeededRandom random = new(99);
        while (true)
        {
            (int a, int b) = (random.Next(All.Count), random.Next(All.Count));
            if (Apart(a, b))
            {
                yield return (a, b);
            }
        }
    }

    /// <summary>The groups each sentence stands in, by sentence number.</summary>
    public List<int>[] GroupsOf(IReadOnlyList<AlignmentGroup> groups)
    {
        List<int>[] of = [.. All.Select(static _ => new List<int>())];
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (SentenceRef member in groups[g].Members)
            {
                if (_numbers.TryGetValue(member, out int number))
                {
                    of[number].Add(g);
                }
            }
        }

        return of;
    }

    private bool Apart(int a, int b) => All[a].At.Article != All[b].At.Article;
}
