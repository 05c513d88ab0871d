using StoryCompare.Text;

namespace StoryCompare.Evaluation.Small;

/// <summary>Rows of the evaluation's schemas made of the test stories.</summary>
internal sealed class SmallStories(IReadOnlyList<StoryBook> books)
{
    public IReadOnlyList<StoryBook> Books => books;

    public IEnumerable<object> Articles() => books.SelectMany(Articles);

    public IEnumerable<object> Articles(StoryBook book) => book.Articles.Select(a => (object)new
    {
        id = Id(book, a.Key),
        source = a.Value.Outlet,
        outlet = a.Value.Outlet,
        text = a.Value.Text,
        published = a.Value.Day,
        @event = $"{book.Name} {book.Groups.ToList().FindIndex(g => g.Contains(a.Key))}",
    });

    public object Clusters() => new { clusters = new { @event = books.SelectMany(static b => b.Groups.Select(g => g.Select(a => Id(b, a)))) } };

    /// <summary>What is expected to align, or not to: mostly sentences of one house style about another event, which only their articles keep apart.</summary>
    public IEnumerable<object> Pairs() => Told("aligned", "not aligned").Select(static p => (object)new { id = $"{p.A.Article}:0|{p.B.Article}:0", a = p.A.Text, b = p.B.Text, label = p.What == "aligned" ? 1 : 0 });

    /// <summary>One row for two articles; only sentences an expectation names are judged.</summary>
    public IEnumerable<object> Documents()
    {
        foreach (IGrouping<(string, string), (string What, (string Article, string Text) A, (string Article, string Text) B)> row in Told("aligned", "not aligned").GroupBy(static p => (p.A.Article, p.B.Article)))
        {
            string[] a = Sentences(row.Key.Item1);
            string[] b = Sentences(row.Key.Item2);
            (int I, int J, bool Same)[] judged = [.. row.Select(p => (Array.IndexOf(a, p.A.Text), Array.IndexOf(b, p.B.Text), p.What == "aligned")).Where(static j => j.Item1 >= 0 && j.Item2 >= 0)];
            yield return new { doc_a = a, doc_b = b, ann_a = judged.Select(static j => j.I).Distinct(), ann_b = judged.Select(static j => j.J).Distinct(), aligned = judged.Where(static j => j.Same).Select(static j => new[] { j.I, j.J }) };
        }
    }

    /// <summary>Conflicts are contradictions, what an editor says is none is neutral, agreed places entail each other.</summary>
    public IEnumerable<object> Relations() => Told("conflict ", "no conflict", "agreed").Select(static p => (object)new { premise = p.A.Text, hypothesis = p.B.Text, label = p.What == "agreed" ? "entailment" : p.What == "no conflict" ? "neutral" : "contradiction" });

    /// <summary>Sentences of agreed facts: none may be called a conflict.</summary>
    public IEnumerable<object> Paraphrases() => Told("agreed").Select(static p => (object)new { a = p.A.Text, b = p.B.Text, k = 2 });

    public IEnumerable<object> SameFigures()
    {
        foreach (StoryBook book in books)
        {
            foreach (StoryExpectation figure in book.Expectations.Where(static e => e.What.StartsWith("figure ", StringComparison.Ordinal) && e.Sides.Count > 1))
            {
                (string Article, string Words) first = figure.Sides[0][0];
                foreach ((string article, string words) in figure.Sides.Skip(1).Select(static s => s[0]))
                {
                    yield return new { headline = book.Sentence(first.Article, first.Words), headline_figure = first.Words, sentence = book.Sentence(article, words), source_figure = words };
                }
            }
        }
    }

    private static string Id(StoryBook book, string article) => $"{book.Name}-{article}";

    // The first place of a side against the first place of every later side.
    private IEnumerable<(string What, (string Article, string Text) A, (string Article, string Text) B)> Told(params string[] kinds)
    {
        foreach (StoryBook book in books)
        {
            foreach (StoryExpectation e in book.Expectations.Where(e => kinds.Any(k => k.EndsWith(' ') ? e.What.StartsWith(k, StringComparison.Ordinal) : e.What == k)))
            {
                foreach (IReadOnlyList<(string Article, string Words)> side in e.Sides.Skip(1))
                {
                    (string article, string words) = e.Sides[0][0];
                    yield return (e.What, (Id(book, article), book.Sentence(article, words)), (Id(book, side[0].Article), book.Sentence(side[0].Article, side[0].Words)));
                }
            }
        }
    }

    private string[] Sentences(string id)
    {
        StoryBook book = books.First(b => id.StartsWith(b.Name + "-", StringComparison.Ordinal));
        return [.. book.Articles[id[(book.Name.Length + 1)..]].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(static p =>
        {
            TokenizedText split = TextAnalyzer.Prose(p);
            return split.Sentences.ToArray().Select(s => split.String(s.Span));
        })];
    }
}
