using System.Globalization;
using StoryCompare.Analysis;

namespace StoryCompare.Syndication;

/// <summary>An article that a machine seems to have reworded.</summary>
/// <param name="Article">Its number in the story.</param>
/// <param name="Reason">One sentence, with the words that tell it.</param>
/// <param name="Span">Where the first of them stands.</param>
internal readonly record struct Rewording(int Article, string Reason, TextSpan Span)
{
    /// <summary>Words that two articles swap one for one before one of them counts as reworded.</summary>
    /// <remarks>Of 7,457 pairs of articles on one event (ECB+, gun violence, AllSides) one swaps three, none four: an editor turns clauses, not single words.</remarks>
    public const int LeastSwaps = 5;

    // The rewording takes what its thesaurus offers, which is mostly rarer than what a reporter wrote.
    private const double RarerShare = 0.6;
    private const int Shown = 5;

    /// <summary>Which of two articles rewords the other word by word; null for neither.</summary>
    public static Rewording? Of(ArticleTraces[] traces, int a, int b, WordSwaps swaps)
    {
        if (swaps.Spans.Count < LeastSwaps)
        {
            return null;
        }

        bool isA = swaps.Rarity > 0;
        if ((isA ? swaps.RarerInA : swaps.RarerInB) < RarerShare * swaps.Spans.Count)
        {
            return null;
        }

        (AnalyzedArticle own, AnalyzedArticle other) = isA ? (traces[a].Article, traces[b].Article) : (traces[b].Article, traces[a].Article);
        (TextSpan Own, TextSpan Other)[] words = [.. swaps.Spans.Select(s => isA ? (s.A, s.B) : (s.B, s.A)).OrderBy(static s => s.Item1.Start)];
        string shown = string.Join(", ", words.Take(Shown).Select(w => $"\"{own.Text.String(w.Own)}\" for \"{other.Text.String(w.Other)}\""));
        return new Rewording(isA ? a : b, string.Create(CultureInfo.InvariantCulture, $"Single words are swapped in the sentences of '{other.Id}', mostly for rarer ones, {words.Length} in all: {shown}."), words[0].Own);
    }

    /// <summary>The article of the two that tells a quotation of the other in other words and turns an acronym's letters round; null for neither.</summary>
    public static Rewording? Of(ArticleTraces[] traces, int a, int b, PairEvidence evidence)
    {
        if (evidence.RewordedQuotation is not { } quotation)
        {
            return null;
        }

        foreach ((int own, int other, TextSpan words) in ((int, int, TextSpan)[])[(a, b, quotation.A), (b, a, quotation.B)])
        {
            if (TurnedAcronyms.Find(traces[own]) is { } turned)
            {
                AnalyzedArticle article = traces[own].Article;
                return new Rewording(own, $"\"{article.Text.String(turned)}\" turns round the letters of an acronym of the article, and a quotation stands in other words than in '{traces[other].Article.Id}': {article.Text.String(words)}", turned);
            }
        }

        return null;
    }
}
