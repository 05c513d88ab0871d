using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims;

/// <summary>One story while it is compared: its input, the slots of its articles, and who is which outlet.</summary>
internal sealed class StoryContext
{
    public StoryContext(StoryInput input)
    {
        Input = input;
        Articles = [.. input.Articles.Select((a, i) => new ArticleSlots(a, input.NameGroups[i]))];
        Outlet = new int[Articles.Length];
        Dictionary<string, int> outlets = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Outlet.Length; i++)
        {
            // An article without an outlet counts as an outlet of its own.
            string name = input.Articles[i].Outlet is { Length: > 0 } known ? "o:" + known : "a:" + input.Articles[i].Id;
            if (!outlets.TryGetValue(name, out Outlet[i]))
            {
                outlets[name] = Outlet[i] = outlets.Count;
            }
        }

        GroupOfSentence = [.. Articles.Select(a => Filled(a.SentenceCount))];
        for (int g = 0; g < input.Alignments.Count; g++)
        {
            foreach (SentenceRef m in input.Alignments[g].Members)
            {
                GroupOfSentence[m.Article][m.Sentence] = g;
            }
        }
    }

    public StoryInput Input { get; }
    public ArticleSlots[] Articles { get; }
    /// <summary>For each article: the number of its outlet.</summary>
    public int[] Outlet { get; }
    /// <summary>For each article and sentence: its alignment group, or -1.</summary>
    public int[][] GroupOfSentence { get; }
    public Precision Precision => Input.Options.Comparison.Precision;

    /// <summary>The id of the n-th finding (from 0) of a kind: <c>s1.c2</c>.</summary>
    public string IdOf(char kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{Input.Id}.{kind}{index + 1}");

    /// <summary>Different outlets among the articles.</summary>
    public int CountOutlets(IEnumerable<int> articles) => articles.Select(a => Outlet[a]).Distinct().Count();

    public AnalyzedArticle Analyzed(int article) => Articles[article].Article;

    /// <summary>Whether the days of two articles are not known to lie further apart.</summary>
    public bool ArePublishedWithin(int a, int b, int days) =>
        Analyzed(a).Published.From is not { } x || Analyzed(b).Published.From is not { } y || Math.Abs(x.DayNumber - y.DayNumber) <= days;

    public ref readonly Sentence Sentence(SentenceRef at) => ref Analyzed(at.Article).Text.Sentences[at.Sentence];

    /// <summary>Every sentence that states something, in order.</summary>
    public IEnumerable<SentenceRef> Statements()
    {
        for (int a = 0; a < Articles.Length; a++)
        {
            for (int s = 0; s < Articles[a].SentenceCount; s++)
            {
                if (Articles[a].IsStatement(s))
                {
                    yield return new SentenceRef(a, s);
                }
            }
        }
    }

    /// <summary>The sentence as evidence.</summary>
    public Provenance Cite(SentenceRef at) => Analyzed(at.Article).Cite(Sentence(at).Span);

    /// <summary>Evidence in order of article, then position, each once.</summary>
    public IReadOnlyList<Provenance> Cite(IEnumerable<SentenceRef> sentences) =>
        [.. sentences.Distinct().OrderBy(static s => s.Article).ThenBy(static s => s.Sentence).Select(Cite)];

    /// <summary>The slots of a sentence.</summary>
    public SentenceSlots Slots(SentenceRef at) => Articles[at.Article][at.Sentence];

    /// <summary>Whether two sentences stand in one alignment group.</summary>
    public bool Aligned(SentenceRef a, SentenceRef b) => GroupOfSentence[a.Article][a.Sentence] is >= 0 and int g && GroupOfSentence[b.Article][b.Sentence] == g;

    /// <summary>A key that aligned sentences share; a sentence of its own otherwise.</summary>
    public long KeyOf(SentenceRef at) => GroupOfSentence[at.Article][at.Sentence] is >= 0 and int group ? -1 - group : ((long)at.Article << 32) + at.Sentence;

    private static int[] Filled(int length)
    {
        int[] groups = new int[length];
        Array.Fill(groups, -1);
        return groups;
    }
}
