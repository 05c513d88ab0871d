using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>What an article's running text says of each word: how often it stands in lower case, and how often capitalised inside a sentence.</summary>
/// <remarks>A hash table in rented arrays, for one article; dispose to return them.</remarks>
internal ref struct WordEvidence : IDisposable
{
    // An article has fewer different words; a longer one makes the table grow by what it holds, not by its length.
    private const int MostAtFirst = 1 << 13;

    private int _mask;
    private int _used;
    private uint[] _terms;
    private ushort[] _counts;
    private HeadlineStyle.Style[] _styles;

    public WordEvidence(int words)
    {
        int size = 16;
        while (size < words * 2 && size < MostAtFirst)
        {
            size *= 2;
        }

        _terms = [];
        _counts = [];
        _styles = [];
        Open(size);
    }

    /// <summary>Counts the words of the article's body.</summary>
    public static WordEvidence Gather(TokenizedText text)
    {
        WordEvidence evidence = new(text.Tokens.Length + 1) { _styles = Scratch.Rent<HeadlineStyle.Style>(text.Sentences.Length) };
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            ref readonly Sentence sentence = ref text.Sentences[s];
            ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
            evidence._styles[s] = HeadlineStyle.Of(tokens, NameScanner.EndsWithStop(text, sentence));
            if (sentence.Kind == SentenceKind.Title || evidence._styles[s] != HeadlineStyle.Style.Sentence)
            {
                continue;
            }

            bool initial = true;
            for (int i = 0; i < tokens.Length; i++)
            {
                ref readonly Token token = ref tokens[i];
                if (token.IsWord)
                {
                    if (!token.IsCapitalised)
                    {
                        evidence.Count(token.Term, 0);
                    }
                    else if (!initial)
                    {
                        evidence.Count(token.Term, 1);
                    }
                }

                initial = token.Kind == TokenKind.Punctuation && NameScanner.Opens(text.Source[token.Start]);
            }
        }

        return evidence;
    }

    /// <summary>How a sentence of the body uses capitals.</summary>
    public readonly HeadlineStyle.Style StyleOf(int sentence) => _styles[sentence];

    /// <summary>Times the word stands in lower case.</summary>
    public readonly int Lower(uint term) => _counts[Slot(term) * 2];

    /// <summary>Times the word stands capitalised where no sentence starts.</summary>
    public readonly int Inside(uint term) => _counts[(Slot(term) * 2) + 1];

    public void Dispose()
    {
        if (_terms is not null)
        {
            Scratch.Return(_terms);
            Scratch.Return(_counts);
            Scratch.Return(_styles);
            _terms = null!;
            _counts = null!;
        }
    }

    private void Count(uint term, int column)
    {
        int slot = Slot(term);
        if (_terms[slot] == 0)
        {
            if (_used * 2 > _mask)
            {
                Grow();
                slot = Slot(term);
            }

            _terms[slot] = term;
            _used++;
        }

        ref ushort count = ref _counts[(slot * 2) + column];
        count = count == ushort.MaxValue ? count : (ushort)(count + 1);
    }

    private void Open(int size)
    {
        _mask = size - 1;
        _terms = Scratch.Rent<uint>(size);
        _counts = Scratch.Rent<ushort>(size * 2);
        Array.Clear(_terms, 0, size);
        Array.Clear(_counts, 0, size * 2);
    }

    private void Grow()
    {
        (uint[] terms, ushort[] counts, int size) = (_terms, _counts, _mask + 1);
        Open(size * 2);
        for (int i = 0; i < size; i++)
        {
            if (terms[i] != 0)
            {
                int slot = Slot(terms[i]);
                _terms[slot] = terms[i];
                _counts[slot * 2] = counts[i * 2];
                _counts[(slot * 2) + 1] = counts[(i * 2) + 1];
            }
        }

        Scratch.Return(terms);
        Scratch.Return(counts);
    }

    private readonly int Slot(uint term)
    {
        int slot = (int)(term * 0x9E3779B1u >> 7) & _mask;
        while (_terms[slot] != 0 && _terms[slot] != term)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
