using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>What a sentence is in its article.</summary>
internal enum SentenceKind : byte
{
    /// <summary>The outlet's own running text.</summary>
    Body,
    /// <summary>The headline, when it stands in the raw text; always the first sentence then.</summary>
    Title,
    /// <summary>A cross-heading inside the text.</summary>
    Heading,
    /// <summary>An embedded post or pull quote: never support for a fact.</summary>
    Embed,
}

/// <summary>A sentence: its span, its tokens, its paragraph.</summary>
/// <param name="Span">Without outer white space; quotation marks included.</param>
/// <param name="FirstToken">Index into <see cref="TokenizedText.Tokens"/>.</param>
/// <param name="TokenCount">Number of tokens, 1 or more.</param>
/// <param name="Paragraph">Number of its paragraph, from 0.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, int Paragraph, SentenceKind Kind)
{
    private const int KindBits = 2;

    // Paragraph and kind in one, so that an article's sentences take 20 bytes each.
    private readonly int _place = (Paragraph << KindBits) | (int)Kind;

    /// <summary>Number of its paragraph, from 0.</summary>
    public int Paragraph
    {
        get => _place >> KindBits;
        init => _place = (value << KindBits) | (int)Kind;
    }

    /// <summary>What it is.</summary>
    public SentenceKind Kind
    {
        get => (SentenceKind)(_place & ((1 << KindBits) - 1));
        init => _place = (Paragraph << KindBits) | (int)value;
    }
}

/// <summary>A source string with its tokens and sentences; offsets point into <see cref="Source"/>.</summary>
internal sealed class TokenizedText(string source, Token[] tokens, Sentence[] sentences)
{
    public static TokenizedText Empty { get; } = new("", [], []);

    public string Source { get; } = source;
    public Token[] Tokens { get; } = tokens;
    /// <summary>In text order. Text between sentences (chrome, captions) belongs to none.</summary>
    public Sentence[] Sentences { get; } = sentences;

    public ReadOnlySpan<Token> TokensOf(in Sentence sentence) => Tokens.AsSpan(sentence.FirstToken, sentence.TokenCount);

    /// <summary>The sentence's tokens that lie wholly inside the span: found by halving, since one sentence may hold thousands of spans.</summary>
    public ReadOnlySpan<Token> TokensInside(in Sentence sentence, TextSpan within) => TokensInside(TokensOf(sentence), within);

    /// <summary>Those of some tokens in a row that lie wholly inside the span.</summary>
    public static ReadOnlySpan<Token> TokensInside(ReadOnlySpan<Token> tokens, TextSpan within)
    {
        int first = Halving.FirstFrom(tokens, 0, tokens.Length, within.Start, static (t, k) => t[k].Start);
        int end = Halving.FirstFrom(tokens, first, tokens.Length, within.End + 1, static (t, k) => t[k].End);
        return tokens[first..end];
    }

    public ReadOnlySpan<char> Chars(in Token token) => Source.AsSpan(token.Start, token.Length);
    public ReadOnlySpan<char> Chars(TextSpan span) => Source.AsSpan(span.Start, span.Length);
    public string String(TextSpan span) => Source.Substring(span.Start, span.Length);
}
