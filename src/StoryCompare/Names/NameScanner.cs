using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Finds the stretches of a sentence that look like names. One pass; every look ahead is bounded by <see cref="MaxTokens"/>.</summary>
internal ref struct NameScanner
{
    /// <summary>Longest name, in tokens.</summary>
    public const int MaxTokens = 16;

    private readonly TokenizedText _text;
    private readonly WordEvidence _evidence;
    private readonly PooledList<NameCandidate> _found;
    private ReadOnlySpan<Token> _tokens;
    private int _offset;
    private int _sentence;
    private HeadlineStyle.Style _style;

    public NameScanner(TokenizedText text, WordEvidence evidence, PooledList<NameCandidate> found)
    {
        _text = text;
        _evidence = evidence;
        _found = found;
        _tokens = default;
    }

    /// <summary>Whether a mark opens a sentence within a sentence: quotation marks, colons, dashes, bullets.</summary>
    public static bool Opens(char c) => c is '"' or '\u201C' or '\u201D' or '\u2018' or '\u00AB' or '\u201E' or ':' or '\u2013' or '\u2014' or '\u2022' or '*' or '.' or '?' or '!' or '|';

    /// <summary>Whether the sentence ends in a full stop, mark of exclamation or question, perhaps before a closing quotation mark.</summary>
    public static bool EndsWithStop(TokenizedText text, in Sentence sentence)
    {
        int last = sentence.FirstToken + sentence.TokenCount - 1;
        for (int back = 0; back < 2 && last - back >= sentence.FirstToken; back++)
        {
            ref readonly Token token = ref text.Tokens[last - back];
            if (token.Kind == TokenKind.Punctuation && text.Source[token.Start] is '.' or '?' or '!')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends the candidates of a sentence in text order.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="style">How it uses capitals.</param>
    public void Scan(int sentence, HeadlineStyle.Style style)
    {
        ref readonly Sentence s = ref _text.Sentences[sentence];
        _tokens = _text.TokensOf(s);
        _offset = s.FirstToken;
        _sentence = sentence;
        _style = style;
        int i = 0;
        bool initial = true;
        while (i < _tokens.Length)
        {
            int end = Run(i, initial);
            if (end > i)
            {
                Emit(i, end);
                i = end;
                initial = false;
                continue;
            }

            ref readonly Token token = ref _tokens[i];
            initial = token.Kind == TokenKind.Punctuation && Opens(_text.Source[token.Start]);
            i++;
        }
    }

    // One past the last token of the name that starts at i, or i.
    private readonly int Run(int i, bool initial)
    {
        int start = i;
        ref readonly Token token = ref _tokens[i];
        if (!token.IsWord)
        {
            return i;
        }

        if (!token.IsCapitalised)
        {
            // "al-Hakim", "el Haddad": the article is part of the name, in lower case only with a hyphen.
            int word = token.Length <= 3 && IsHyphen(i + 1) && (NameWords.Of(token) & NameWord.Article) != NameWord.None ? RunExtension.WordBehind(_text, _tokens, i + 2) : -1;
            return word > 0 ? Extend(start, word + 1) : i;
        }

        NameWord flags = NameWords.Of(token);
        int phrase = PhraseTable.Default.Match(_tokens, i);
        if (phrase > i && (phrase > i + 1 || !initial || (flags & (NameWord.Ordinary | NameWord.Never | NameWord.Demonym)) == NameWord.None)
            && !(token.IsStopWord && phrase == i + 1 && !token.Has(TokenFlags.AllCaps))
            && (phrase > i + 1 || (flags & NameWord.Demonym) == NameWord.None)
            && (_style == HeadlineStyle.Style.Sentence || phrase > i + 1 || (flags & NameWord.Ordinary) == NameWord.None))
        {
            return Extend(start, phrase);
        }

        if ((flags & NameWord.Article) != NameWord.None && i + 1 < _tokens.Length)
        {
            int word = IsHyphen(i + 1) ? RunExtension.WordBehind(_text, _tokens, i + 2) : -1;
            if (word > 0)
            {
                return Extend(start, word + 1);
            }

            bool apart = !initial && token.Length == 2 && _tokens[i + 1].IsCapitalised && !_tokens[i + 1].Has(TokenFlags.AllCaps)
                && _style == HeadlineStyle.Style.Sentence && IsArabicArticle(token, _tokens[i + 1]);
            if (apart)
            {
                return Extend(start, i + 2);
            }
        }

        if ((flags & NameWord.Never) != NameWord.None || token.IsStopWord)
        {
            return (flags & NameWord.Adjective) != NameWord.None && _style == HeadlineStyle.Style.Sentence ? LedBody(i) : i;
        }

        return !IsDay(i) && Accept(i, initial, flags) ? Extend(start, i + 1) : i;
    }

    // "Jan. 6", "Sat 12 March": months and weekdays that are also given names.
    private readonly bool IsDay(int i)
    {
        ReadOnlySpan<char> word = _text.Chars(_tokens[i]);
        bool day = word.Length == 3 && (word is "Jan" or "Mar" or "Mon" or "Wed" or "Fri" or "Sat" or "Sun");
        int next = IsDot(i + 1) ? i + 2 : i + 1;
        return day && next < _tokens.Length && _tokens[next].Kind == TokenKind.Number;
    }

    // "Northern Fisheries Council", not "Northern Peru".
    private readonly int LedBody(int i)
    {
        if (!NextIsNamelike(i))
        {
            return i;
        }

        int end = Extend(i, i + 1);
        for (int k = i + 1; k < end; k++)
        {
            if (_tokens[k].IsCapitalised && (NameWords.Of(_tokens[k]) & NameWord.Organisation) != NameWord.None)
            {
                return end;
            }
        }

        return i;
    }

    private readonly bool IsArabicArticle(in Token article, in Token next)
    {
        char last = char.ToLowerInvariant(_text.Source[article.End - 1]);
        char first = char.ToLowerInvariant(_text.Source[next.Start]);
        return last == 'l' ? char.ToLowerInvariant(_text.Source[article.Start]) is 'a' or 'e' && !next.Has(TokenFlags.AllCaps)
            : last == first && (NameWords.Of(next) & (NameWord.Ordinary | NameWord.Never)) == NameWord.None;
    }

    // Whether a capitalised word may start or go on a name here. Where the place explains the capital, it takes evidence.
    private readonly bool Accept(int i, bool initial, NameWord flags)
    {
        ref readonly Token token = ref _tokens[i];
        if (token.Length == 1)
        {
            return !initial && _style == HeadlineStyle.Style.Sentence && i + 2 < _tokens.Length && IsDot(i + 1) && _tokens[i + 2].IsCapitalised;
        }

        if (_style == HeadlineStyle.Style.Sentence && !initial)
        {
            return true;
        }

        int inside = _evidence.Inside(token.Term);
        int lower = _evidence.Lower(token.Term);
        if (inside > lower)
        {
            return true;
        }

        if (lower > 0)
        {
            return false;
        }

        bool ordinary = (flags & NameWord.Ordinary) != NameWord.None;
        if ((flags & (NameWord.Title | NameWord.Demonym)) != NameWord.None)
        {
            return _style == HeadlineStyle.Style.Sentence ? i + 1 < _tokens.Length && (_tokens[i + 1].IsCapitalised || IsDot(i + 1) || (flags & NameWord.Demonym) != NameWord.None)
                : (flags & NameWord.Demonym) != NameWord.None;
        }

        if (ordinary)
        {
            // "Apple Inc.", "Nice, France": an ordinary word starts a name only where the next word goes on as one.
            return _style == HeadlineStyle.Style.Sentence && (flags & (NameWord.GivenName | NameWord.WeakGivenName | NameWord.Organisation)) != NameWord.None
                && i + 1 < _tokens.Length && _tokens[i + 1].IsWord && _tokens[i + 1].IsCapitalised && !_tokens[i + 1].Has(TokenFlags.Possessive);
        }

        if ((flags & (NameWord.GivenName | NameWord.KnownPlace)) != NameWord.None)
        {
            return true;
        }

        // A word that neither the dictionary nor the background knows, or one that speaks, is a name.
        return BackgroundFrequencies.Default.OfStem(token.Stem) == 0
            ? _style != HeadlineStyle.Style.Capitals || token.Length > 3
            : (flags & NameWord.Ordinary) == NameWord.None && (NextIsVerb(i) || NextIsNamelike(i) || token.Has(TokenFlags.AllCaps) || _style == HeadlineStyle.Style.TitleCase);
    }

    private readonly bool NextIsVerb(int i) =>
        i + 1 < _tokens.Length && !_tokens[i + 1].IsCapitalised && (NameWords.Of(_tokens[i + 1]) & NameWord.Verb) != NameWord.None;

    private readonly bool NextIsNamelike(int i) =>
        i + 1 < _tokens.Length && _tokens[i + 1].IsWord && _tokens[i + 1].IsCapitalised && !_tokens[i + 1].IsStopWord
        && (NameWords.Of(_tokens[i + 1]) & NameWord.Never) == NameWord.None;

    private readonly int Extend(int start, int end)
    {
        while (end - start < MaxTokens)
        {
            int next = RunExtension.Next(_text, _tokens, start, end);
            if (next <= end || (_style != HeadlineStyle.Style.Sentence && !ContinuesHeadline(end, next)))
            {
                break;
            }

            end = next;
        }

        return end;
    }

    // In a headline every word has a capital: the last word taken must be known for a name, or make one with what stands before.
    private readonly bool ContinuesHeadline(int end, int next)
    {
        int last = next - 1;
        ref readonly Token token = ref _tokens[last];
        NameWord flags = NameWords.Of(token);
        int phrase = PhraseTable.Default.Match(_tokens, end);
        if (phrase > 0)
        {
            return false;
        }

        if (Accept(last, initial: false, flags))
        {
            return true;
        }

        return (flags & (NameWord.Organisation | NameWord.Place | NameWord.LegalForm)) != NameWord.None && _evidence.Inside(token.Term) > 0;
    }

    private readonly void Emit(int start, int end)
    {
        int before = _found.Count;
        new RunSplitter(_text, _tokens, _offset, _sentence, _found).Split(start, end);
        for (int k = before; k < _found.Count; k++)
        {
            _found[k] = _found[k] with { BracketOf = BracketOf(_found[k], k) };
        }
    }

    private readonly int BracketOf(NameCandidate candidate, int index)
    {
        int first = candidate.First - _offset;
        int end = candidate.End - _offset;
        bool bracketed = first > 0 && end < _tokens.Length && Is(first - 1, '(') && Is(end, ')');
        return bracketed && index > 0 && _found[index - 1].Sentence == _sentence && _found[index - 1].End == candidate.First - 1 ? index - 1 : -1;
    }

    private readonly bool IsHyphen(int i) => i < _tokens.Length && _tokens[i].Length == 1 && _text.Source[_tokens[i].Start] is '-' or '\u2010' or '\u2011' && Attached(i);

    private readonly bool IsDot(int i) => Is(i, '.') && Attached(i);

    private readonly bool Is(int i, char c) => i < _tokens.Length && _tokens[i].Length == 1 && _text.Source[_tokens[i].Start] == c;

    private readonly bool Attached(int i) => i < _tokens.Length && !_tokens[i].Has(TokenFlags.AfterSpace);
}
