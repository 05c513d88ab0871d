using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Reads the time expressions of one sentence by recursive descent over its words, left to right, longest reading first.</summary>
/// <remarks>
/// Each reading looks at a bounded number of words, so a sentence is read in linear time. What an expression means is worked out while
/// it is read, against one reference day; without one, what depends on it stays open. The structure found never depends on the reference.
/// </remarks>
internal ref partial struct TimeParser(ReadOnlySpan<Token> tokens, ReadOnlySpan<TimeWord> words, string source, DateOnly? reference, DateOrder order)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;
    private readonly ReadOnlySpan<TimeWord> _words = words;
    private readonly string _source = source;
    private readonly DateOnly? _reference = reference;
    private readonly DateOrder _order = order;

    /// <summary>Where the expression begins that is being read; tense is looked up there.</summary>
    private int _at;

    /// <summary>"until", "by", "no later than" stand before the point: without a verb cue it lies ahead.</summary>
    private bool _ahead;

    /// <summary>How deep "the end of the first week of …" is nested.</summary>
    private int _depth;

    /// <summary>Reads an expression that starts at <paramref name="i"/>; the index after it, or -1.</summary>
    public int Read(int i, out Period p)
    {
        _at = i;
        _depth = 0;
        _ahead = false;
        int name = NameAt(i);
        if (name > 0)
        {
            p = default;
            p.Start = i;
            p.End = i;
            return name;
        }

        int end = Expression(i, out p);
        if (end > i)
        {
            p.Start = p.Start > i && p.Start < end ? p.Start : i;
            p.End = end;
            p.Flags |= p.Kind is TimeKind.Day or TimeKind.Month && IsFuture() ? TimeFlags.Future : TimeFlags.None;
            return end;
        }

        return -1;
    }

    private readonly bool Is(int i, TimeClass wanted) => (uint)i < (uint)_words.Length && _words[i].Is(wanted);

    private readonly int Value(int i, TimeClass wanted) => _words[i].Value(wanted);

    private readonly bool IsMark(int i, char mark) => Is(i, TimeClass.Mark) && _words[i].ValueA == mark;

    private readonly bool IsDash(int i) => Is(i, TimeClass.Mark) && (char)_words[i].ValueA is '-' or '\u2013' or '\u2014' or '\u2010' or '\u2011' or '~';

    /// <summary>No white space before word <paramref name="i"/>.</summary>
    private readonly bool Glued(int i) => (uint)i < (uint)_words.Length && !_words[i].AfterSpace;

    private readonly int SkipThe(int i) => Is(i, TimeClass.The) ? i + 1 : i;

    private readonly bool IsPossessive(int i) => _tokens[i].Has(TokenFlags.Possessive);

    private readonly ReadOnlySpan<char> Chars(int i) => _source.AsSpan(_tokens[i].Start, _tokens[i].Length);

    /// <summary>Length of a name that tells no time ("Sunday Times") at <paramref name="i"/>: the index after it, or -1.</summary>
    private readonly int NameAt(int i)
    {
        if (_words[i].Phrases is { } phrases)
        {
            foreach (TimePhrase phrase in phrases)
            {
                if (phrase.Holiday is null && Matches(phrase, i))
                {
                    return i + 1 + phrase.Rest.Length;
                }
            }
        }

        // "9/11", "7/7" without a year: the name of an attack, not a date of this article.
        return -1;
    }

    private readonly bool Matches(TimePhrase phrase, int i)
    {
        if (i + phrase.Rest.Length >= _words.Length)
        {
            return false;
        }

        for (int k = 0; k < phrase.Rest.Length; k++)
        {
            if (_tokens[i + 1 + k].Term != phrase.Rest[k])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Bounds and ranges round a point: "since March 2011", "between June 14 and 16".</summary>
    private int Expression(int i, out Period p)
    {
        p = default;
        int end;
        if (Is(i, TimeClass.From) || Is(i, TimeClass.Between))
        {
            end = Range(i + 1, Is(i, TimeClass.Between), out p);
            if (end > 0)
            {
                p.Start = i;
                return end;
            }

            return -1;
        }

        end = Bound(i, out p);
        end = end > 0 ? end : PrefixedCount(i, out p);
        end = end > 0 ? end : PrefixedClock(i, out p);
        if (end > 0)
        {
            return end;
        }

        if (Is(i, TimeClass.Every))
        {
            return Recurring(i, out p);
        }

        if (Is(i, TimeClass.Set) || Is(i, TimeClass.Weekdays))
        {
            return Adverb(i, out p);
        }

        if (Is(i, TimeClass.Vague))
        {
            // "as soon as", "shortly before 5 a.m." tell no time of their own.
            bool asSoon = i > 0 && _tokens[i - 1].Length == 2 && Chars(i - 1).Equals("as", StringComparison.OrdinalIgnoreCase);
            if (asSoon || Is(i + 1, TimeClass.Before) || Is(i + 1, TimeClass.After))
            {
                p = default;
                return -1;
            }

            p = new Period { Start = i, Kind = TimeKind.Vague, Flags = Value(i, TimeClass.Vague) == 1 ? TimeFlags.Future : TimeFlags.None };
            return i + 1;
        }

        int hedge = Hedge(i);
        if (hedge > i)
        {
            end = Counted(hedge, out p);
            if (end > 0)
            {
                p.Flags |= TimeFlags.Approximate;
                p.Start = i;
                return end;
            }

            return -1;
        }

        return PointOrRange(i, out p);
    }

    /// <summary>A point and, where one follows, the end of a range: "June 14 to 16", "2012-13".</summary>
    private int PointOrRange(int i, out Period p)
    {
        int end = Range(i, between: false, out p);
        if (end > 0)
        {
            return end;
        }

        end = Point(i, out p);
        return end > 0 ? OpenEnded(end, ref p) : end;
    }

    /// <summary>After "about", "almost", "more than": the index of what is hedged.</summary>
    private readonly int Hedge(int i)
    {
        int at = i;
        for (int k = 0; k < 2; k++)
        {
            if (Is(at, TimeClass.Approx))
            {
                at++;
            }
            else if (Is(at, TimeClass.More) && Is(at + 1, TimeClass.Than))
            {
                at += 2;
            }
            else if (Is(at, TimeClass.Over) && (Is(at + 1, TimeClass.Number) || Is(at + 1, TimeClass.Digits) || Is(at + 1, TimeClass.Article)))
            {
                at++;
            }
        }

        return at;
    }

    private int Recurring(int i, out Period p)
    {
        p = new Period { Start = i, Kind = TimeKind.Recurring };
        int at = i + 1;
        while (at < i + 3 && (Is(at, TimeClass.Or) || Is(at, TimeClass.Ordinal) || Is(at, TimeClass.Number) || Is(at, TimeClass.Digits) || Is(at, TimeClass.Few)))
        {
            at++;
        }

        if (Is(at, TimeClass.Unit) || Is(at, TimeClass.Units) || Is(at, TimeClass.Weekday) || Is(at, TimeClass.Daypart) || Is(at, TimeClass.Month) || Is(at, TimeClass.Season))
        {
            return at + 1;
        }

        return -1;
    }

    private readonly int Adverb(int i, out Period p)
    {
        p = new Period { Start = i, Kind = TimeKind.Recurring };
        bool inName = _words[i].Capitalised && i > 0 && Is(i, TimeClass.Set);
        return inName ? -1 : i + 1;
    }
}
