using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>The folded words of one name, in rented room that serves one name after the other: a form that is only looked up makes no strings.</summary>
internal sealed class FoldedWords : IDisposable
{
    /// <summary>Most words: an "and" for "&amp;" may come behind the last that <see cref="NameText.Split"/> reads.</summary>
    public const int MostWords = NameText.MaxWords + 1;

    /// <summary>Letters of a word; the rest is cut.</summary>
    public const int LongestWord = 64;

    // The words one after the other, and behind them the plain form.
    private const int PlainFrom = MostWords * LongestWord;
    private const int Room = PlainFrom + (MostWords * (LongestWord + 1));

    private char[] _letters = Scratch.Rent<char>(Room);
    private int[] _ends = Scratch.Rent<int>(MostWords);

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int i] => _letters.AsSpan(StartOf(i).._ends[i]);

    public void Clear() => Count = 0;

    public void Add(ReadOnlySpan<char> word)
    {
        int start = StartOf(Count);
        word.CopyTo(_letters.AsSpan(start));
        _ends[Count++] = start + word.Length;
    }

    /// <summary>The words without articles, with one space between: the key of the alias tables and of plain folding. Valid until the next call.</summary>
    public ReadOnlySpan<char> Plain()
    {
        if (Count == 1)
        {
            return this[0];
        }

        Span<char> plain = _letters.AsSpan(PlainFrom);
        int n = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!IsArticle(i))
            {
                if (n > 0)
                {
                    plain[n++] = ' ';
                }

                this[i].CopyTo(plain[n..]);
                n += this[i].Length;
            }
        }

        return plain[..n];
    }

    /// <summary>Whether word <paramref name="i"/> is an article in front of another word: "al", "el", "the", and the assimilated ones ("ar-Riyadh", "At Taif") in front of their letter.</summary>
    public bool IsArticle(int i)
    {
        ReadOnlySpan<char> word = this[i];
        if (i + 1 >= Count || (NameWords.OfFolded(word) & NameWord.Article) == NameWord.None)
        {
            return false;
        }

        ReadOnlySpan<char> next = this[i + 1];
        return word is "al" or "el" or "the" || (word is "ul" or "l" && i > 0)
            || (next.Length > 1 && word.Length <= 3 && (word[^1] == next[0] || (word.Length == 3 && next.StartsWith(word[1..]))));
    }

    public void Dispose()
    {
        Scratch.Return(_letters);
        Scratch.Return(_ends);
        _letters = [];
        _ends = [];
        Count = 0;
    }

    private int StartOf(int i) => i == 0 ? 0 : _ends[i - 1];
}
