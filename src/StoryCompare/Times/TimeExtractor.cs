using System.Buffers;
using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Finds time expressions and resolves them against the article's date, never against the machine's clock.</summary>
/// <remarks>
/// Linear in the text. Where the article's date is an interval, an expression is resolved against both ends and the mention spans both
/// answers; where it is unknown, what depends on it is found but stays unresolved.
/// </remarks>
internal static class TimeExtractor
{
    private const int FewestRented = 128;

    /// <summary>Tokens of one sentence that are read at once: a "sentence" of a million tokens must not outweigh its text.</summary>
    private const int MostTokens = 4096;

    /// <summary>Appends the time expressions of every sentence, in text order, resolved as far as <paramref name="published"/> allows.</summary>
    /// <param name="text">The article's sentences and tokens.</param>
    /// <param name="published">Its date; both ends must be known for relative expressions to be resolved.</param>
    /// <param name="times">Is appended to.</param>
    /// <param name="language">ISO 639-1 code of the text; English where there is no table for it.</param>
    /// <param name="order">Order of day and month in slashed dates; null to infer it from the text.</param>
    public static void Extract(TokenizedText text, PublicationDate published, List<TimeMention> times, string language = "en", DateOrder? order = null)
    {
        TimeLexicon lexicon = TimeLexicon.For(language);
        (DateOnly? first, DateOnly? last) = published is { From: not null, To: not null } ? (published.From, published.To) : (null, null);
        DateOrder dayOrMonth = order ?? DateOrders.Of(text.Source, published.Basis == DateBasis.Stated ? first : null);
        int start = times.Count;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[s]);
            for (int from = 0; from < tokens.Length; from += MostTokens)
            {
                ExtractSentence(text, s, tokens.Slice(from, Math.Min(MostTokens, tokens.Length - from)), first, last, dayOrMonth, lexicon, times);
            }
        }

        EventAnchors.Apply(text, times, start);
    }

    private static void ExtractSentence(TokenizedText text, int s, ReadOnlySpan<Token> tokens, DateOnly? first, DateOnly? last, DateOrder order, TimeLexicon lexicon, List<TimeMention> times)
    {
        TimeWord[] words = ArrayPool<TimeWord>.Shared.Rent(Math.Max(FewestRented, tokens.Length));
        Span<TimeWord> used = words.AsSpan(0, tokens.Length);
        if (TimeWord.Read(tokens, text.Source, lexicon, used))
        {
            TimeParser parser = new(tokens, used, text.Source, first, order);
            TimeParser atEnd = new(tokens, used, text.Source, last, order);
            int i = 0;
            while (i < tokens.Length)
            {
                int end = MayStart(tokens, used, text.Source, i) ? parser.Read(i, out Period p) : Skip(tokens, used, text.Source, i, ref parser, out p);
                if (end < 0)
                {
                    i++;
                    continue;
                }

                if (p.End > p.Start)
                {
                    if (first != last && (p.Flags & TimeFlags.Deictic) != TimeFlags.None && atEnd.Read(i, out Period other) == end)
                    {
                        p.From = other.From < p.From ? other.From : p.From;
                        p.To = other.To > p.To ? other.To : p.To;
                    }

                    times.Add(Mention(tokens, text.Source, s, p));
                }

                i = end;
            }
        }

        ArrayPool<TimeWord>.Shared.Return(words, clearArray: false);
    }

    // "the bridge", "in anger": a small word begins an expression only before a word that the tables know, a number, or what may be a misspelt weekday.
    private static bool MayStart(ReadOnlySpan<Token> tokens, Span<TimeWord> words, string source, int i)
    {
        if (!words[i].CanStart)
        {
            return false;
        }

        if (!words[i].NeedsMore || i + 1 >= words.Length || words[i + 1].A != TimeClass.None || words[i + 1].Phrases is not null)
        {
            return true;
        }

        return words[i + 1].Capitalised && source[tokens[i + 1].End - 1] is 'y' or 'Y';
    }

    private static int Skip(ReadOnlySpan<Token> tokens, Span<TimeWord> words, string source, int i, ref TimeParser parser, out Period p)
    {
        p = default;
        bool slip = words[i].A == TimeClass.None && words[i].Capitalised && tokens[i].Length is >= 5 and <= 10 && source[tokens[i].End - 1] is 'y' or 'Y';
        bool code = tokens[i].Length == 2 && tokens[i].Kind == TokenKind.Word && char.IsAsciiDigit(source[tokens[i].End - 1]);
        return slip || code ? parser.Read(i, out p) : -1;
    }

    private static TimeMention Mention(ReadOnlySpan<Token> tokens, string source, int sentence, Period p)
    {
        int end = EndOf(tokens[p.End - 1], source);
        bool unresolved = p.From > p.To;
        return new TimeMention
        {
            Span = new TextSpan(tokens[p.Start].Start, end),
            Sentence = sentence,
            From = unresolved ? null : p.From,
            To = unresolved ? null : p.To,
            Kind = p.Kind,
            Flags = p.Flags,
            Weekday = p.Weekday == 0 ? null : (DayOfWeek)(p.Weekday % 7),
            OffsetDays = p.OffsetDays,
            TimeOfDay = p.Time,
        };
    }

    // "Sunday’s": the possessive is no part of the time.
    private static int EndOf(in Token token, string source)
    {
        if (!token.Has(TokenFlags.Possessive))
        {
            return token.End;
        }

        int end = token.End - 1;
        return end > token.Start && source[end] is 's' or 'S' ? end - 1 : end;
    }
}
