using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Tests.Alignment;

/// <summary>Makes articles for the alignment tests.</summary>
internal static class AlignmentTexts
{
    private static readonly string[] Actors = ["the coast guard", "a rebel column", "the transport ministry", "dock workers", "two engineers", "the mayor of Harrow", "villagers", "an appeals court"];
    private static readonly string[] Acts = ["closed", "captured", "inspected", "praised", "rejected", "rebuilt", "flooded", "abandoned", "sold", "defended"];
    private static readonly string[] Things = ["the northern bridge", "a grain terminal", "the ferry line", "the old barracks", "an irrigation canal", "three warehouses", "the airstrip", "a copper mine"];
    private static readonly string[] Ends = ["on Tuesday", "after heavy rain", "for 40 million dollars", "despite the truce", "near the town of Almera", "for the second time", "without a permit", "before the vote"];

    /// <summary>Analysed articles of one paragraph a text; ids in order.</summary>
    public static AnalyzedArticle[] Analyze(params string[] texts) =>
        [.. texts.Select((t, i) => ArticleAnalyzer.Analyze(new Article(t), $"a{i:00}"))];

    /// <summary>Alignment groups as the façade asks for them.</summary>
    public static IReadOnlyList<AlignmentGroup> Align(params AnalyzedArticle[] articles) =>
        SentenceAligner.Align(articles, NameFolding.Fold([.. articles.Select(static a => a.Names)], new NameOptions()), new StoryCompareOptions(), CancellationToken.None);

    /// <summary>The sentences of each group.</summary>
    public static List<string[]> Texts(IReadOnlyList<AnalyzedArticle> articles, IReadOnlyList<AlignmentGroup> groups) =>
        [.. groups.Select(g => g.Members.Select(m => articles[m.Article].Text.String(articles[m.Article].Text.Sentences[m.Sentence].Span)).ToArray())];

    /// <summary>A sentence picked by a number: equal numbers give equal sentences, near ones share parts.</summary>
    public static string Sentence(int pick)
    {
        uint n = (uint)pick;
        string actor = Actors[n % 8];
        string sentence = $"{actor} {Acts[n / 8 % 10]} {Things[n / 80 % 8]} {Ends[n / 640 % 8]}.";
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>One article of sentences picked by numbers.</summary>
    public static SentenceSource[] Article(IEnumerable<int> picks) =>
        [.. picks.Select(p => SentenceSource.Of(TextAnalyzer.Sentence(Sentence(p))))];
}
