using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Image captions: told by a credit at the end, or by the present tense of photographs with a full date.</summary>
internal static class CaptionRules
{
    private const int LongestCaption = 90;
    private static readonly DropRule WithCredit = new("image-caption", "credit-at-end");
    private static readonly DropRule CreditAlone = new("photo-credit", "credit-alone");
    private static readonly DropRule PresentWithDate = new("image-caption", "photographic-present-with-date");
    private static readonly DropRule TruncatedPresent = new("image-caption", "photographic-present-cut");
    private static readonly WordMap<CaptionWord> Words = LoadWords();
    private static readonly TermSet CreditWords = Terms(["photo", "photos", "photograph", "photographer", "image", "images", "picture", "credit", "source", "courtesy", "afp", "reuters", "getty", "epa", "shutterstock", "handout", "file", "published", "via", "ap", "xinhua", "anadolu", "photographs", "screengrab", "screenshot", "screencap", "video", "illustration"]);
    private static readonly TermSet SureCreditWords = Terms(["photo", "photos", "photograph", "photographer", "image", "images", "picture", "credit", "courtesy", "getty", "epa", "shutterstock", "handout", "screengrab", "screenshot"]);
    private static readonly TermSet Months = Terms(["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"]);
    private static readonly uint Published = TermHash.Of("published");

    /// <summary>The rule that makes the line a caption or a credit, or null.</summary>
    public static DropRule? Match(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        if (line.Words > LongestCaption || tokens.Length < 2)
        {
            return null;
        }

        int credit = CreditAtEnd(text, tokens);
        if (credit >= 0)
        {
            return credit == 0 ? CreditAlone : WithCredit;
        }

        if (IsBracketAlone(text, line, tokens) || IsAgencyCredit(text, line, tokens))
        {
            return CreditAlone;
        }

        if (!StartsWithPhotoVerb(text, tokens))
        {
            return null;
        }

        if (HasFullDate(tokens))
        {
            return PresentWithDate;
        }

        return line.Has(LineTraits.Truncated) && line.Words <= 24 && !line.Has(LineTraits.Quote) ? TruncatedPresent : null;
    }

    /// <summary>Index of the token that opens a closing "(Photo by …)", "[Source: …]" or "(AP Photo/…)"; -1 when there is none.</summary>
    private static int CreditAtEnd(string text, ReadOnlySpan<Token> tokens)
    {
        int last = tokens.Length - 1;
        while (last > 0 && text[tokens[last].Start] is '.' or ',')
        {
            last--;
        }

        char close = text[tokens[last].Start];
        if (close is not (')' or ']'))
        {
            return -1;
        }

        int stop = Math.Max(0, last - 24);
        for (int t = last - 1; t >= stop; t--)
        {
            if (text[tokens[t].Start] is '(' or '[')
            {
                return IsCredit(text, tokens.Slice(t + 1, last - t - 1)) ? t : -1;
            }
        }

        return -1;
    }

    private static bool IsCredit(string text, ReadOnlySpan<Token> inside)
    {
        if (inside.IsEmpty || inside.Length > 22)
        {
            return false;
        }

        bool slash = false;
        bool word = false;
        bool sure = false;
        foreach (Token token in inside)
        {
            slash |= text[token.Start] is '/' or ':';
            word |= CreditWords.Contains(token.Term);
            sure |= SureCreditWords.Contains(token.Term);
        }

        bool first = CreditWords.Contains(inside[0].Term);
        if (inside[0].Term == Published && inside.Length <= 9)
        {
            return true;
        }

        return (sure && (first || slash || inside.Length <= 8)) || (first && (slash || inside.Length <= 4)) || (word && slash && inside.Length <= 8);
    }

    /// <summary>A short bracket without a verb on a line of its own: "(Marion County Sheriff’s Office)".</summary>
    private static bool IsBracketAlone(string text, in Line line, ReadOnlySpan<Token> tokens) =>
        line.Words <= 8 && !line.HasVerb && text[tokens[0].Start] is '(' or '[' && text[tokens[^1].Start] is ')' or ']';

    /// <summary>Whether the last, unfinished stretch of a line is a credit: "Photo: Jane Doe, Example Chronicle".</summary>
    public static bool IsTrailingCredit(string text, ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length is < 2 or > 16 || SentenceBoundary.IsEnder(text, tokens[^1]))
        {
            return false;
        }

        int t = text[tokens[0].Start] == '(' ? 1 : 0;
        bool colon = t + 1 < tokens.Length && text[tokens[t + 1].Start] is ':' or '/';
        bool by = t + 2 < tokens.Length && text[tokens[t + 2].Start] == ':';
        return SureCreditWords.Contains(tokens[t].Term) && (colon || by);
    }

    /// <summary>"AP Photo/Jane Doe", "REUTERS/John Roe", "Getty Images" alone on a line.</summary>
    private static bool IsAgencyCredit(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        if (line.Words > 8 || line.IsTerminal || line.StopWords > 1 || !CreditWords.Contains(tokens[0].Term))
        {
            return false;
        }

        foreach (Token token in tokens)
        {
            if (text[token.Start] == '/')
            {
                return line.Capitalised >= line.Words - 1;
            }
        }

        return false;
    }

    /// <summary>Whether the first finite verb of the line is one of what photographs show, and nobody is cited.</summary>
    private static bool StartsWithPhotoVerb(string text, ReadOnlySpan<Token> tokens)
    {
        bool found = false;
        for (int t = 0; t < tokens.Length; t++)
        {
            CaptionWord word = Words.Of(tokens[t]);
            if ((word & CaptionWord.Saying) != CaptionWord.None)
            {
                return false;
            }

            if (found || !tokens[t].IsWord)
            {
                continue;
            }

            bool passive = (word & CaptionWord.Present) != CaptionWord.None && t + 1 < tokens.Length && (Words.Of(tokens[t + 1]) & CaptionWord.Shown) != CaptionWord.None;
            if (passive || (t > 0 && !tokens[t].IsCapitalised && (word & CaptionWord.PhotoVerb) != CaptionWord.None && !tokens[t - 1].IsStopWord))
            {
                found = true;
            }
            else if ((word & CaptionWord.FiniteVerb) != CaptionWord.None || IsPast(text, tokens, t))
            {
                return false;
            }
        }

        return found;
    }

    /// <summary>A small word in "-ed" that is no adjective after an article or at the start ("armed men").</summary>
    private static bool IsPast(string text, ReadOnlySpan<Token> tokens, int t) =>
        t > 0 && tokens[t].Length >= 4 && !tokens[t].IsCapitalised && text[tokens[t].End - 1] == 'd' && text[tokens[t].End - 2] == 'e' && !tokens[t - 1].IsStopWord
        && (t + 1 >= tokens.Length || tokens[t + 1].IsStopWord || !tokens[t + 1].IsWord || tokens[t - 1].IsCapitalised);

    /// <summary>"June 13, 2017" or "13 June 2017".</summary>
    private static bool HasFullDate(ReadOnlySpan<Token> tokens)
    {
        for (int t = 0; t < tokens.Length; t++)
        {
            if (!Months.Contains(tokens[t].Term) || !tokens[t].IsCapitalised)
            {
                continue;
            }

            bool day = t > 0 && tokens[t - 1].Kind == TokenKind.Number && tokens[t - 1].Length <= 2;
            int stop = Math.Min(tokens.Length, t + 6);
            for (int u = t + 1; u < stop; u++)
            {
                bool number = tokens[u].Kind == TokenKind.Number;
                if (number && tokens[u].Length == 4 && day)
                {
                    return true;
                }

                day |= number && tokens[u].Length <= 2;
            }
        }

        return false;
    }

    private static WordMap<CaptionWord> LoadWords()
    {
        TermMap<CaptionWord> words = new();
        void Add(IEnumerable<string> all, CaptionWord role)
        {
            foreach (string word in all)
            {
                uint term = TermHash.Of(word);
                words[term] = words.GetValueOrDefault(term) | role;
            }
        }

        Add(EmbeddedData.Lines("photo_verbs.txt"), CaptionWord.PhotoVerb);
        Add(EmbeddedData.Lines("finite_verbs.txt"), CaptionWord.FiniteVerb);
        Add(["is", "are"], CaptionWord.Present);
        Add(["seen", "pictured", "shown", "photographed"], CaptionWord.Shown);
        Add(["said", "says", "told", "according", "reported", "added", "announced"], CaptionWord.Saying);
        return new WordMap<CaptionWord>(words);
    }

    private static TermSet Terms(IEnumerable<string> words) => new(words.Select(static w => TermHash.Of(w)));

    // What a word tells of a line that may be a caption.
    [Flags]
    private enum CaptionWord : byte
    {
        None = 0,
        PhotoVerb = 1,
        FiniteVerb = 2,
        Present = 4,
        Shown = 8,
        Saying = 16,
    }
}
