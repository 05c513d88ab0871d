using System.Numerics;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Lines that stand in an article more than once: the headline of an embedded report, a caption left again, a sentence pulled out.</summary>
internal static class RepeatedLines
{
    private static readonly DropRule RepeatedHeadline = new("duplicated-caption", "line-repeated");
    private static readonly DropRule RepeatedTitle = new("duplicated-caption", "title-repeated");
    private static readonly DropRule RepeatedSentence = new("repeated-sentence", "prose-line-repeated");

    /// <summary>Drops the copies; returns the first copy of the headline of an embedded report, or -1.</summary>
    public static int Drop(Span<Line> lines, PooledList<Token> tokens)
    {
        int embedded = -1;
        using FirstLines firstByWords = new(CountLong(lines));
        int firstProse = PageLayout.FirstProse(lines, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!IsLong(lines[i]))
            {
                continue;
            }

            ulong key = KeyOf(TokensOf(lines[i], tokens));
            int first = firstByWords.FirstOf(key, i);
            if (first == i)
            {
                continue;
            }

            if (lines[first].Role == LineRole.Title)
            {
                if (!lines[i].IsTerminal)
                {
                    lines[i].Drop(RepeatedTitle);
                }
            }
            else if (lines[i].IsTerminal || lines[i].IsProse)
            {
                if (lines[i].Words >= 8 && !lines[i].Has(LineTraits.Quote))
                {
                    lines[i].Drop(RepeatedSentence);
                }
            }
            else if (lines[i].Words <= 30)
            {
                if (embedded < 0 && PageLayout.IsHeadline(lines[first]) && lines[first].Words >= 5 && firstProse < first && TellsWhatFollows(lines, tokens, first))
                {
                    embedded = first;
                }

                lines[first].Drop(RepeatedHeadline);
                lines[i].Drop(RepeatedHeadline);
            }
        }

        return embedded;
    }

    // Shorter lines may well say the same twice.
    private static bool IsLong(in Line line) => line.Role is LineRole.Open or LineRole.Title && line.Words >= 4;

    private static int CountLong(ReadOnlySpan<Line> lines)
    {
        int count = 0;
        foreach (ref readonly Line line in lines)
        {
            count += IsLong(line) ? 1 : 0;
        }

        return count;
    }

    private static ReadOnlySpan<Token> TokensOf(in Line line, PooledList<Token> tokens) => tokens.AsSpan().Slice(line.FirstToken, line.TokenCount);

    /// <summary>Whether half of the headline's words stand in the prose after it: it is a report of its own, no link.</summary>
    private static bool TellsWhatFollows(ReadOnlySpan<Line> lines, PooledList<Token> tokens, int headline)
    {
        HashSet<uint> stems = [];
        int looked = 0;
        for (int i = headline + 1; i < Math.Min(lines.Length, headline + 200) && looked < 12; i++)
        {
            if (lines[i].Role == LineRole.Open && lines[i].IsTerminal && lines[i].IsProse)
            {
                looked++;
                foreach (Token token in TokensOf(lines[i], tokens))
                {
                    stems.Add(token.Stem);
                }
            }
        }

        int words = 0;
        int found = 0;
        foreach (Token token in TokensOf(lines[headline], tokens))
        {
            words += token.IsContent ? 1 : 0;
            found += token.IsContent && stems.Contains(token.Stem) ? 1 : 0;
        }

        return looked >= 2 && found * 2 >= words;
    }

    /// <summary>The first line of each key, in rented arrays with open addressing.</summary>
    private readonly ref struct FirstLines(int lines) : IDisposable
    {
        private readonly ulong[] _keys = Scratch.Rent<ulong>(Size(lines));
        private readonly int[] _lines = Empty(Size(lines));
        private readonly int _mask = Size(lines) - 1;

        /// <summary>The line that came first with this key: <paramref name="line"/> itself when none did.</summary>
        public int FirstOf(ulong key, int line)
        {
            int slot = (int)(key >> 32) & _mask;
            while (_lines[slot] >= 0 && _keys[slot] != key)
            {
                slot = (slot + 1) & _mask;
            }

            if (_lines[slot] < 0)
            {
                _keys[slot] = key;
                _lines[slot] = line;
            }

            return _lines[slot];
        }

        public void Dispose()
        {
            Scratch.Return(_keys);
            Scratch.Return(_lines);
        }

        private static int Size(int lines) => (int)BitOperations.RoundUpToPowerOf2((uint)(lines * 2) + 8);

        private static int[] Empty(int size)
        {
            int[] none = Scratch.Rent<int>(size);
            none.AsSpan(0, size).Fill(-1);
            return none;
        }
    }

    private static ulong KeyOf(ReadOnlySpan<Token> tokens)
    {
        ulong hash = 14695981039346656037;
        foreach (Token token in tokens)
        {
            if (token.Kind <= TokenKind.Number)
            {
                hash = (hash ^ token.Term) * 1099511628211;
            }
        }

        return hash;
    }
}
