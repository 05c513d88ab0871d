using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Finds quotations and reported speech.</summary>
/// <remarks>
/// Three passes, each linear in the text: marks are paired by shape and neighbours (<see cref="DoubleQuoteScanner"/>, <see cref="SingleQuoteScanner"/>);
/// clauses of attribution are read outside the marks (<see cref="CueFinder"/>) and their sources named (<see cref="SourceResolver"/>); then each quotation
/// takes the clause it hangs on, or goes on with the speech before it (<see cref="QuoteBinder"/>).
/// </remarks>
internal static class QuoteExtractor
{
    /// <summary>The quotations and attributions of a text.</summary>
    public static ArticleQuotes Extract(TokenizedText text)
    {
        if (text.Sentences.Length == 0)
        {
            return ArticleQuotes.Empty;
        }

        List<QuotedStretch> doubles = new DoubleQuoteScanner(text).Scan();
        List<QuotedStretch> stretches = new SingleQuoteScanner(text, doubles).Scan();
        using ClauseText clause = new(text, stretches);
        Persons persons = new(clause);
        NounPhraseReader phrases = new(clause);
        Topics topics = new(clause, phrases, persons);
        CueFinder finder = new(clause, phrases, topics);
        SourceResolver resolver = new(clause, persons, topics);
        List<SpeechFrame> frames = [];
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            int from = frames.Count;
            finder.Find(s, frames);
            for (int f = from; f < frames.Count; f++)
            {
                resolver.Resolve(frames[f]);
            }
        }

        return new ArticleQuotes(new QuoteBinder(clause, frames).Bind(), AttributionBuilder.Build(clause, frames));
    }
}
