using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Finds quotations and reported speech.</summary>
/// <remarks>
/// Three passes, each linear in the text: marks are paired by shape and neighbours (<see cref="DoubleQuoteScanner"/>, <see cref="SingleQuoteScanner"/>);
/// clauses of attribution are read outside the marks (<see cref="CueFinder"/>) and their sources named (<see cref="SourceResolver"/>); then each quotation
/// takes the clause it hangs on, or goes on with the speech before it (<see cref="QuoteBinder"/>).
/// One object reads one text after the other in the same room; not for two threads at once.
/// </remarks>
internal sealed class QuoteExtractor
{
    private readonly List<QuotedStretch> _doubles = [];
    private readonly List<QuotedStretch> _singles = [];
    private readonly List<QuotedStretch> _merged = [];
    private readonly SpeechFrames _frames = new();
    private readonly ClauseText _clause = new();
    private readonly Persons _persons;
    private readonly CueFinder _finder;
    private readonly SourceResolver _resolver;
    private readonly QuoteBinder _binder;

    public QuoteExtractor()
    {
        _persons = new Persons(_clause);
        NounPhraseReader phrases = new(_clause);
        Topics topics = new(_clause, phrases, _persons);
        _finder = new CueFinder(_clause, phrases, topics, _frames);
        _resolver = new SourceResolver(_clause, _persons, topics);
        _binder = new QuoteBinder(_clause, _frames);
    }

    /// <summary>The quotations and attributions of one text.</summary>
    public static ArticleQuotes Extract(TokenizedText text) => new QuoteExtractor().Read(text);

    /// <summary>The quotations and attributions of a text.</summary>
    public ArticleQuotes Read(TokenizedText text)
    {
        if (text.Sentences.Length == 0)
        {
            return ArticleQuotes.Empty;
        }

        Clear();
        new DoubleQuoteScanner(text, _doubles).Scan();
        _clause.Open(text, new SingleQuoteScanner(text, _doubles, _singles, _merged).Scan());
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            int from = _frames.Count;
            _finder.Find(s);
            for (int f = from; f < _frames.Count; f++)
            {
                _resolver.Resolve(_frames[f]);
            }
        }

        QuoteMention[] quotes = _binder.Bind();
        Attribution[] attributions = AttributionBuilder.Build(_clause, _frames);
        Clear();
        return quotes.Length + attributions.Length == 0 ? ArticleQuotes.Empty : new ArticleQuotes(quotes, attributions);
    }

    private void Clear()
    {
        _doubles.Clear();
        _singles.Clear();
        _merged.Clear();
        _frames.Clear();
        _clause.Close();
        _persons.Clear();
        _resolver.Clear();
    }
}
