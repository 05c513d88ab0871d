using BenchmarkDotNet.Attributes;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Names;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Aligns one story: articles of 40 sentences that retell, in their own words, some of the story's 300 statements, the first of them most often. Analysis is not counted.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AlignBenchmarks
{
    private const int Statements = 300;
    private const int SentencesEach = 40;

    private AnalyzedArticle[] _articles = [];
    private int[][] _names = [];

    /// <summary>Number of articles.</summary>
    [Params(50, 200)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(20);
        string[][] statements = [.. Enumerable.Range(0, Statements).Select(_ => Words(random, 18))];
        _articles = [.. Enumerable.Range(0, Articles).Select(i => ArticleAnalyzer.Analyze(new Article(Text(random, statements)), $"{i:0000}"))];
        _names = NameFolding.Fold([.. _articles.Select(static a => a.Names)], new NameOptions());
        int groups = Align();
        if (groups < Statements / 2 || _articles.Sum(static a => a.Text.Sentences.Length) < Articles * SentencesEach * 9 / 10)
        {
            throw new InvalidOperationException($"{groups} groups of {_articles.Sum(static a => a.Text.Sentences.Length)} sentences.");
        }
    }

    [Benchmark]
    public int Align() => SentenceAligner.Align(_articles, _names, new StoryCompareOptions(), CancellationToken.None).Count;

    // A sentence keeps three quarters of its statement's words; every second sentence is the article's own.
    private static string Text(Random random, string[][] statements)
    {
        List<string> sentences = [];
        for (int s = 0; s < SentencesEach; s++)
        {
            string[] words = random.Next(2) == 0 ? Words(random, 18) : [.. statements[(int)(Statements * Math.Pow(random.NextDouble(), 2))].Select(w => random.Next(4) == 0 ? Word(random) : w)];
            sentences.Add(char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..] + ".");
        }

        return string.Join('\n', sentences.Chunk(4).Select(static p => string.Join(' ', p)));
    }

    private static string[] Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Word(random))];

    // About Zipf: low numbers come often, as a story's own words do. Syllables make words that the stemmer and the 4-grams can work on.
    private static string Word(Random random)
    {
        int n = (int)(20 * Math.Pow(400, random.NextDouble()));
        const string Onsets = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        string word = "";
        for (int i = 0; i < 3; i++)
        {
            word += $"{Onsets[n % Onsets.Length]}{Vowels[n / Onsets.Length % Vowels.Length]}";
            n = (n * 31) + 7;
            n &= 0xFFFF;
        }

        return word;
    }
}
