using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>A word of the background table or a stop word.</summary>
/// <param name="Term">Its term.</param>
/// <param name="Stem">Hash of its stem; stop words are their own stems.</param>
/// <param name="Word">Its number, from 1; 0 for no word.</param>
/// <param name="Flags">Whether it is a stop word.</param>
internal readonly record struct KnownWord(uint Term, uint Stem, ushort Word, TokenFlags Flags);

/// <summary>The words of a background news collection: how many documents hold each, so that two articles compare as well as two thousand, and their stems, made once.</summary>
internal sealed class BackgroundFrequencies
{
    /// <summary>Room to begin with: the words of the table that ships.</summary>
    private const int MostWords = 24_000;

    private const int MostStems = 16_000;

    // Less than half of the slots are in use.
    private const int SlotBits = 16;
    private const int CommonBits = 12;

    // Words lie in their slots, so that a look-up reads one line of memory. A slot whose number is 0 is free.
    private readonly KnownWord[] _slots = new KnownWord[1 << SlotBits];

    // Where a term's slot is its own, one look tells all: four words of a text in five. 48 KB, so that it stays near the processor.
    private readonly KnownWord[] _common = new KnownWord[1 << CommonBits];
    private readonly List<int> _counts = new(MostWords) { 0 };
    private readonly TermMap<int> _byStem = new(MostStems);

    // Of each word, by number: its stem, which tokens do not keep, and the stem's rarity, which every content word of a story is weighed by.
    private readonly uint[] _stems;
    private readonly double[] _idfOfStem;

    private BackgroundFrequencies(string name)
    {
        foreach (uint term in StopWords.All)
        {
            if (Find(term).Word == 0)
            {
                Add(term, term, TokenFlags.StopWord);
            }
        }

        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        using TableReader table = new(name);
        while (table.Read())
        {
            int count = int.Parse(table.Cell(1), CultureInfo.InvariantCulture);
            if (table.Cell(0) is "*")
            {
                Documents = count;
                continue;
            }

            int n = WordFolding.Fold(table.Cell(0), folded);
            uint term = TermHash.OfFolded(folded[..n]);
            KnownWord word = Find(term);
            word = word.Word > 0 ? word : Add(term, TermHash.OfFolded(folded[..Stemmer.Stem(folded, n, term)]), TokenFlags.None);
            _counts[word.Word] += count;
            _byStem[word.Stem] = _byStem.GetValueOrDefault(word.Stem) + count;
        }

        _stems = new uint[_counts.Count];
        _idfOfStem = new double[_counts.Count];
        foreach (ref readonly KnownWord word in _slots.AsSpan())
        {
            _stems[word.Word] = word.Stem;
            _idfOfStem[word.Word] = word.Word > 0 ? IdfOfStem(word.Stem) : 0;
        }
    }

    /// <summary>The table that ships with the library.</summary>
    public static BackgroundFrequencies Default { get; } = new("document_frequencies.tsv");

    /// <summary>Number of documents counted.</summary>
    public int Documents { get; }

    /// <summary>Documents that hold the term, 0 when unseen.</summary>
    public int OfTerm(uint term) => _counts[NumberOf(term)];

    /// <summary>Documents that hold a form of the stem (the sum over its forms, capped at <see cref="Documents"/>), 0 when unseen.</summary>
    public int OfStem(uint stem) => _byStem.GetValueOrDefault(stem);

    /// <summary>Hash of the stem of a word of the table, by its number from 1.</summary>
    public uint StemOf(uint word) => _stems[word];

    /// <summary>Smoothed inverse document frequency of a term, natural logarithm: about 0 for "the", 9.1 for an unseen word.</summary>
    public double IdfOfTerm(uint term) => Idf(OfTerm(term));

    /// <summary>Smoothed inverse document frequency of a stem.</summary>
    public double IdfOfStem(uint stem) => Idf(OfStem(stem));

    /// <summary>Smoothed inverse document frequency of a token's stem.</summary>
    public double IdfOfStem(in Token token) => token.Word > 0 ? _idfOfStem[token.Word] : IdfOfStem(token.Stem);

    /// <summary>Number of a word of the table or of the stop words, from 1, frequent words first; 0 for any other.</summary>
    /// <remarks>Thirty words in thirty-one of running news have one, so that hardly a word of a text is stemmed or hashed again.</remarks>
    public ushort NumberOf(uint term) => Find(term).Word;

    /// <summary>A word of the table or a stop word; number 0 for any other.</summary>
    public ref readonly KnownWord Find(uint term)
    {
        ref readonly KnownWord common = ref _common[Slot(term, CommonBits)];
        return ref common.Term == term ? ref common : ref _slots[SlotOf(term)];
    }

    private double Idf(int count) => Math.Log((Documents + 1.0) / (Math.Min(count, Documents) + 1.0));

    private static int Slot(uint term, int bits) => (int)((term * 0x9E3779B1u) >> (32 - bits));

    // The term's slot, or the free one where it belongs.
    private int SlotOf(uint term)
    {
        int slot = Slot(term, SlotBits);
        while (_slots[slot].Term != term && _slots[slot].Word > 0)
        {
            slot = (slot + 1) & ((1 << SlotBits) - 1);
        }

        return slot;
    }

    // Words come in the order of their frequency, stop words first.
    private KnownWord Add(uint term, uint stem, TokenFlags flags)
    {
        if (_counts.Count * 2 > _slots.Length)
        {
            throw new InvalidOperationException("The table of background frequencies has more words than slots are made for.");
        }

        KnownWord word = new(term, stem, checked((ushort)_counts.Count), flags);
        _counts.Add(0);
        _slots[SlotOf(term)] = word;
        ref KnownWord common = ref _common[Slot(term, CommonBits)];
        common = common.Word == 0 ? word : common;
        return word;
    }
}
