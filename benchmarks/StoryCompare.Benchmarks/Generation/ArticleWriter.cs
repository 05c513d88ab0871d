using System.Globalization;
using System.Text;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>Writes the articles of one story: own selection, wording, order and page furniture for each outlet; one in six copies an earlier one.</summary>
/// <param name="plan">What happened.</param>
/// <param name="random">The corpus's.</param>
/// <param name="sentences">Sentences of an article, on average. 20 of them make about 300 words.</param>
internal sealed class ArticleWriter(StoryPlan plan, SeededRandom random, int sentences)
{
    private const double CopyShare = 1.0 / 6;
    private const double SharedShare = 0.45;
    private const int Remembered = 3;

    private static readonly string[] Papers = ["Daily", "Post", "Times", "Courier", "Gazette", "Herald", "Ledger", "Mail", "News Online", "Observer"];
    private static readonly string[] Headlines = ["{0} in {1} {2} {3}", "{2} {0} hits {1}", "{1} {0}: what is known of {2} {3}", "{2} and {3} as {0} strikes {1}", "After the {0}: {1} {2} its {3}", "{1} {2} victims of {0}", "{2} {3} {0} in {1}", "{1}: {2} {3}", "How the {0} {2} the {3} of {1}", "{3} {2} to {1} after {0}"];
    private static readonly string[] Furniture = ["Share this article", "Read more: the latest from our newsroom", "Subscribe to our newsletter", "Advertisement", "Follow us for updates", "All rights reserved."];

    private readonly Queue<List<(string Text, int Statement)>> _recent = [];
    private int _own;

    public StoryPlan Plan => plan;

    /// <summary>The next article of the story.</summary>
    public GeneratedArticle Write(string id, DateTimeOffset time)
    {
        List<(string Text, int Statement)> told = _recent.Count > 0 && random.Chance(CopyShare) ? Copy(random.Pick([.. _recent])) : Compose();
        _recent.Enqueue(told);
        if (_recent.Count > Remembered)
        {
            _recent.Dequeue();
        }

        int outlet = random.Next(400);
        string paper = $"{Vocabulary.Place(new SeededRandom((ulong)outlet))} {Papers[outlet % Papers.Length]}";
        StringBuilder text = new(2400);
        string headline = string.Format(CultureInfo.InvariantCulture, random.Pick(Headlines), plan.Act, plan.Town, plan.Word(random), plan.Word(random));
        text.Append(char.ToUpperInvariant(headline[0])).Append(headline, 1, headline.Length - 1).Append("\n\n");
        if (random.Chance(0.3))
        {
            text.Append("By ").Append(Vocabulary.Person(random)).Append("\n\n");
        }

        List<(TextSpan Span, int Statement)> places = [];
        for (int s = 0; s < told.Count; s++)
        {
            int start = text.Length;
            text.Append(told[s].Text);
            places.Add((new TextSpan(start, text.Length), told[s].Statement));
            text.Append(s % 3 == 2 ? "\n\n" : " ");
        }

        text.Append("\n\n").Append(random.Pick(Furniture)).Append('\n').Append(paper).Append(" – ").Append(random.Pick(Furniture)).Append('\n');
        return new GeneratedArticle(new Article(text.ToString()) { Id = id, Outlet = paper, Published = random.Chance(0.1) ? null : time }, plan.Number, places);
    }

    // An editor shortens agency text from the end.
    private List<(string Text, int Statement)> Copy(List<(string Text, int Statement)> original) => original[..Math.Max(3, original.Count - random.Next(4))];

    private List<(string Text, int Statement)> Compose()
    {
        int count = Math.Max(4, (int)(sentences * (0.5 + random.NextDouble())));
        List<int> open = [.. Enumerable.Range(1, plan.Statements.Count - 1)];
        List<(string Text, int Statement)> told = [(plan.Statements[0].Tell(random), 0)];
        while (told.Count < count)
        {
            if (open.Count > 0 && random.Chance(SharedShare))
            {
                // What matters most is told by most.
                int at = (int)(open.Count * Math.Pow(random.NextDouble(), 1.5));
                told.Add((plan.Statements[open[at]].Tell(random), open[at]));
                open.RemoveAt(at);
            }
            else
            {
                told.Add((plan.Own(random).Tell(random), plan.Statements.Count + _own++));
            }
        }

        return told;
    }
}
