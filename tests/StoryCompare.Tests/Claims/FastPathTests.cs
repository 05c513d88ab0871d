using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Syndication;
using StoryCompare.Text;

namespace StoryCompare.Tests.Claims;

/// <summary>Fast ways of the claims stage against the slow, obvious ones.</summary>
public sealed class FastPathTests
{
    private static readonly string[] Texts =
    [
        "The harbour authority said the ferry Astrid sank near Oakham on Monday. Police arrested Tom Hale. The company has not confirmed that Hale sold the ferry. Divers found the engine.",
        "Astrid, a ferry, sank off Oakham, the coast guard reported. Tom Hale was arrested by police in Wexley. Hale sold the ferry in May.",
        "Reports that the Astrid sank were denied by the company. Divers found the engine near Wexley. Nobody was arrested.",
    ];

    [Test]
    public void Kinship_EveryPairOfASample_AgreesWithTheFile()
    {
        (HashSet<uint> General, HashSet<uint> Special)[] rows = [.. EmbeddedData.Lines("word_kin.tsv").Select(static r => r.Split('>')).Select(static s => (Stems(s[0]), s.Length == 2 ? Stems(s[1]) : []))];
        uint[] sample = [.. rows.SelectMany(static r => r.General.Concat(r.Special)).Distinct().Order().Where(static (_, i) => i % 5 == 0), WordTable.StemOf("zebra")];
        string wrong = "";
        foreach (uint a in sample)
        {
            foreach (uint b in sample)
            {
                wrong += Kinship.Of(a, b) == Slow(rows, a, b) && (Kinship.Of(a, b) == KinKind.None || (Kinship.BitsOf(a) & Kinship.BitsOf(b)) != 0) ? "" : $"{a} {b}; ";
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Candidates_SentencesOfAStory_AreThoseThatShareAnActAndACapitalisedWordOrARareAct()
    {
        StoryContext story = Story();
        SentenceRef[] all = [.. story.Statements()];
        ActIndex index = new(story, all);
        foreach (SentenceRef at in all)
        {
            // Few enough sentences that an act alone always ties.
            IEnumerable<SentenceRef> slow = all.Where(o => o != at && story.Articles[o.Article].Told(o.Sentence).Overlaps(story.Articles[at.Article].Told(at.Sentence)));
            Assert.That(index.Candidates(at), Is.EqualTo(slow));
        }
    }

    [Test]
    public void SharedContent_PairsOfSentences_AgreesWithCountingFromAnew()
    {
        StoryContext story = Story();
        ClaimContext context = new(story, new Scope(story));
        SentenceRef[] all = [.. story.Statements()];
        int shared = 0;
        foreach (SentenceRef a in all)
        {
            foreach (SentenceRef b in all)
            {
                double slow = Math.Min(Share(story, a, b), Share(story, b, a));
                double fast = context.SharedContent(a, story.Sentence(a).Span, b, story.Sentence(b).Span, fewest: 1, least: 0.4);
                Assert.That(fast, Is.EqualTo(slow < 0.4 ? 0 : slow).Within(1e-12));
                shared += fast > 0 ? 1 : 0;
            }
        }

        Assert.That(shared, Is.GreaterThan(all.Length));
    }

    [Test]
    public void WithWords_SentencesOfAStory_AreThoseThatHoldSoManyOfTheWords([Values(1, 2, 3)] int least)
    {
        StoryContext story = Story();
        WordIndex index = new(story);
        SentenceRef[] all = [.. story.Statements()];
        foreach (SentenceRef at in all)
        {
            HashSet<uint> stems = [.. story.Slots(at).Words.Select(static w => w.Stem)];
            IEnumerable<SentenceRef> slow = all.Where(o => story.Slots(o).Words.Select(static w => w.Stem).Distinct().Count(stems.Contains) >= least);
            Assert.That(index.WithWords(story.Slots(at).Words, least), Is.EqualTo(slow));
            Assert.That(least > 1 || index.WithAny(stems).SequenceEqual(slow));
        }
    }

    [Test]
    public void Contraries_EveryPhraseOfTheFile_IsFoundWhereItStands()
    {
        string missed = "";
        int row = 0;
        foreach (string[] columns in EmbeddedData.Rows("contraries.tsv"))
        {
            foreach (string phrase in $"{columns[3]},{columns[4]}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                // The last choice of each bracket; any word and any name as themselves.
                string words = System.Text.RegularExpressions.Regex.Replace(phrase.TrimStart('^', '~'), @"\[(?:[^\]|]*\|)*([^\]|]*)\]", "$1").Replace("*", "thing", StringComparison.Ordinal).Replace("@", "Ada", StringComparison.Ordinal);
                TokenizedText text = ArticleAnalyzer.Analyze(new Article(words + " indeed, they said on the day."), "a").Text;
                List<(ContraryPhrase Phrase, int Length)> found = [];
                int first = Array.FindIndex(text.Tokens, static t => t.IsWord);
                Contraries.Match(text, text.Tokens, first, found);
                missed += found.Exists(f => f.Phrase.Row == row) ? "" : words + "; ";
            }

            row++;
        }

        Assert.That(row, Is.GreaterThan(100));
        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void DiffWhenRead_TwoTexts_IsTheDiff()
    {
        DiffWhenRead read = new("The ferry sank on Monday.", "The ferry sank near Oakham on Monday.");

        IReadOnlyList<DiffOp> diff = WordDiff.Compare("The ferry sank on Monday.", "The ferry sank near Oakham on Monday.");
        Assert.That(read, Is.EqualTo(diff));
        Assert.That(Enumerable.Range(0, read.Count).Select(i => read[i]), Is.EqualTo(diff));
    }

    private static StoryContext Story()
    {
        StoryCompareOptions options = new();
        AnalyzedArticle[] analyzed = [.. Texts.Select(static (t, i) => ArticleAnalyzer.Analyze(new Article(t) { Outlet = "Outlet " + i }, "a" + i))];
        int[][] names = NameFolding.Fold([.. analyzed.Select(static a => a.Names)], options.Names);
        return new StoryContext(new StoryInput("s1", analyzed, names, SyndicationFinder.Find(analyzed, options, CancellationToken.None), SentenceAligner.Align(analyzed, names, options, CancellationToken.None), options));
    }

    private static double Share(StoryContext story, SentenceRef a, SentenceRef b)
    {
        SlotWord[] y = story.Slots(b).Words;
        double sum = story.Slots(a).Words.Sum(static w => (double)w.Weight);
        return sum == 0 ? 0 : story.Slots(a).Words.Where(w => y.Any(v => v.Stem == w.Stem || Kinship.Of(v.Stem, w.Stem) == KinKind.Equal)).Sum(static w => (double)w.Weight) / sum;
    }

    private static HashSet<uint> Stems(string side) => [.. side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordTable.StemOf)];

    private static KinKind Slow((HashSet<uint> General, HashSet<uint> Special)[] rows, uint a, uint b) =>
        Array.Exists(rows, r => r.Special.Count == 0 && r.General.Contains(a) && r.General.Contains(b)) ? KinKind.Equal
        : Array.Exists(rows, r => r.General.Contains(a) && r.Special.Contains(b)) ? KinKind.FirstIsGeneral
        : Array.Exists(rows, r => r.Special.Contains(a) && r.General.Contains(b)) ? KinKind.SecondIsGeneral
        : KinKind.None;
}
