using System.Buffers;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>What an article's running text says of each word: how often it stands in lower case, and how often capitalised inside a sentence.</summary>
/// <remarks>A hash table in rented arrays, for one article; dispose to return them.</remarks>
internal ref struct WordEvidence : IDisposable
{
    private readonly int _mask;
    private uint[] _terms;
    private ushort[] _counts;

    public WordEvidence(int words)
    {
        int size = 16;
        while (size < words * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _terms = ArrayPool<uint>.Shared.Rent(size);
        _counts = ArrayPool<ushort>.Shared.Rent(size * 2);
        Array.Clear(_terms, 0, size);
        Array.Clear(_counts, 0, size * 2);
    }

    /// <summary>Counts the words of the article's body.</summary>
    public static WordEvidence Gather(TokenizedText text)
    {
        WordEvidence evidence = new(text.Tokens.Length + 1);
        foreach (ref readonly Sentence sentence in text.Sentences.AsSpan())
        {
            ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
            if (sentence.Kind == SentenceKind.Title || HeadlineStyle.Of(tokens, NameScanner.EndsWithStop(text, sentence)) != HeadlineStyle.Style.Sentence)
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

    /// <summary>Times the word stands in lower case.</summary>
    public readonly int Lower(uint term) => _counts[Slot(term) * 2];

    /// <summary>Times the word stands capitalised where no sentence starts.</summary>
    public readonly int Inside(uint term) => _counts[(Slot(term) * 2) + 1];

    public void Dispose()
    {
        if (_terms is not null)
        {
            ArrayPool<uint>.Shared.Return(_terms);
            ArrayPool<ushort>.Shared.Return(_counts);
            _terms = null!;
            _counts = null!;
        }
    }

    private readonly void Count(uint term, int column)
    {
        int slot = Slot(term);
        _terms[slot] = term;
        ref ushort count = ref _counts[(slot * 2) + column];
        count = count == ushort.MaxValue ? count : (ushort)(count + 1);
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
