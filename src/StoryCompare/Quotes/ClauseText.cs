using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>A text's tokens with what each word can be, and which stand inside quotations. In rented arrays, one text after the other: close it when it is read.</summary>
internal sealed class ClauseText
{
    private WordRole[] _roles = [];
    private int[] _stretch = [];

    public TokenizedText Text { get; private set; } = TokenizedText.Empty;
    public Token[] Tokens { get; private set; } = [];
    public IReadOnlyList<QuotedStretch> Stretches { get; private set; } = [];

    /// <summary>Begins with a text.</summary>
    public void Open(TokenizedText text, List<QuotedStretch> stretches)
    {
        Text = text;
        Tokens = text.Tokens;
        Stretches = stretches;
        _roles = Scratch.Rent<WordRole>(Tokens.Length);
        _stretch = Scratch.Rent<int>(Tokens.Length);
        ReadOnlySpan<Token> tokens = text.Tokens;
        Span<WordRole> roles = _roles.AsSpan(0, tokens.Length);
        Span<int> quoted = _stretch.AsSpan(0, tokens.Length);
        quoted.Fill(-1);
        int s = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            while (s < stretches.Count && stretches[s].Span.End <= tokens[i].Start)
            {
                s++;
            }

            if (s < stretches.Count && stretches[s].Span.Start < tokens[i].End)
            {
                quoted[i] = s;
                roles[i] = WordRole.None;
            }
            else
            {
                roles[i] = SpeechLexicon.RoleOf(tokens[i]);
            }
        }
    }

    /// <summary>Forgets the text.</summary>
    public void Close()
    {
        Scratch.Return(_roles);
        Scratch.Return(_stretch);
        _roles = [];
        _stretch = [];
        (Text, Tokens, Stretches) = (TokenizedText.Empty, [], []);
    }

    /// <summary>Roles of a token outside quotations; none inside.</summary>
    public WordRole Role(int i) => _roles[i];

    public bool Has(int i, WordRole role) => (_roles[i] & role) != WordRole.None;

    /// <summary>Index of the quotation a token stands in, or -1.</summary>
    public int StretchAt(int i) => _stretch[i];

    public bool IsQuoted(int i) => _stretch[i] >= 0;

    public bool IsWord(int i) => Tokens[i].Kind == TokenKind.Word;

    /// <summary>The first character, for marks of punctuation.</summary>
    public char Char(int i) => Text.Source[Tokens[i].Start];

    public bool IsMark(int i, char mark) => Tokens[i].Kind == TokenKind.Punctuation && Char(i) == mark;

    public bool IsComma(int i) => IsMark(i, ',');

    /// <summary>No white space before the token.</summary>
    public bool IsGlued(int i) => !Tokens[i].Has(TokenFlags.AfterSpace);

    public bool IsHyphen(int i) => Tokens[i].Kind == TokenKind.Punctuation && Char(i) is '-' or '\u2010' or '\u2011';

    /// <summary>A dash between clauses: a long one, or a hyphen with blanks around it.</summary>
    public bool IsDash(int i) =>
        Tokens[i].Kind == TokenKind.Punctuation && (Char(i) is '\u2014' or '\u2013' || (Char(i) == '-' && (!IsGlued(i) || IsDashTyped(i) || (i + 1 < Tokens.Length && !IsGlued(i + 1)))));

    /// <summary>A hyphen typed for a dash: "Amy Lund-director of the port-told".</summary>
    private bool IsDashTyped(int i) =>
        i + 1 < Tokens.Length && i > 0 && ((Has(i + 1, WordRole.StrongCue) && !Has(i + 1, WordRole.GerundCue)) || (Has(i + 1, WordRole.Person) && !Tokens[i + 1].IsCapitalised && Tokens[i - 1].IsCapitalised && i > 1 && Tokens[i - 2].IsCapitalised && IsWord(i - 2)));

    public bool Is(int i, ReadOnlySpan<char> word)
    {
        ref readonly Token token = ref Tokens[i];
        if (token.Length != word.Length || !token.IsWord)
        {
            return false;
        }

        // Nearly all words differ in their first letter.
        char first = Text.Source[token.Start];
        return (first >= 0x80 || (first | 0x20) == (word[0] | 0x20)) && Text.Chars(token).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A capitalised word that names something: not "The", not the first half of "Oslo-based"; "al" of "al-Hakim" counts.</summary>
    public bool IsName(int i)
    {
        Token t = Tokens[i];
        if (t.Kind == TokenKind.Number)
        {
            return false;
        }

        if (t.Kind != TokenKind.Word || IsQuoted(i))
        {
            return false;
        }

        bool hyphenAfter = i + 2 < Tokens.Length && IsHyphen(i + 1) && !IsDash(i + 1) && IsGlued(i + 1) && IsGlued(i + 2);
        if (!t.IsCapitalised)
        {
            return hyphenAfter && t.Length <= 3 && !Has(i, WordRole.Preposition | WordRole.Determiner) && StartsUpper(i + 2);
        }

        if (Has(i, WordRole.Determiner | WordRole.Preposition | WordRole.Subordinator | WordRole.Relative | WordRole.Conjunction | WordRole.Pronoun | WordRole.FirstPerson | WordRole.Adverb | WordRole.Be))
        {
            return t.Length > 1 && t.Has(TokenFlags.AllCaps) && !Has(i, WordRole.Determiner | WordRole.Pronoun);
        }

        // "Police said": a capital that the start of a sentence explains.
        if (Has(i, WordRole.AnyNoun) && !Has(i, WordRole.Title) && (IsFirst(i) || (i > 0 && IsQuoted(i - 1))) && (t.Flags & (TokenFlags.AllCaps | TokenFlags.Possessive)) == TokenFlags.None
            && (i + 1 >= Tokens.Length || !Tokens[i + 1].IsCapitalised || Has(i, WordRole.Document)))
        {
            return false;
        }

        if (Has(i, WordRole.Time) && !Has(i, WordRole.AnyNoun))
        {
            return false;
        }

        return !(hyphenAfter && IsWord(i + 2) && !Tokens[i + 2].IsCapitalised && StretchAt(i + 2) < 0 && Text.Source[Tokens[i + 2].Start] is >= 'a' and <= 'z');
    }

    // Whether a sentence starts with the token.
    private bool IsFirst(int i)
    {
        Sentence[] sentences = Text.Sentences;
        int at = Halving.FirstFrom(sentences, 0, sentences.Length, i, static (s, k) => s[k].FirstToken);
        return at < sentences.Length && sentences[at].FirstToken == i;
    }

    private bool StartsUpper(int i) => Tokens[i].IsCapitalised || (Char(i) is '\u2018' or '\'' or '\u02BF' && i + 1 < Tokens.Length && Tokens[i + 1].IsCapitalised);

    /// <summary>Part of a hyphenated word ("so-called").</summary>
    public bool IsHyphenated(int i) =>
        (i > 0 && IsHyphen(i - 1) && IsGlued(i) && IsGlued(i - 1)) || (i + 2 < Tokens.Length && IsHyphen(i + 1) && IsGlued(i + 1) && IsGlued(i + 2));

    /// <summary>The text of tokens [first, end).</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>1 male, 2 female, 0 unknown.</summary>
    public byte GenderOf(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (Has(i, WordRole.Male | WordRole.He))
            {
                return 1;
            }

            if (Has(i, WordRole.Female | WordRole.She))
            {
                return 2;
            }
        }

        return 0;
    }
}
