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

    private const int CommonBits = 12;
    private const int CommonSlots = 1 << CommonBits;

    private readonly TermMap<ushort> _numbers;
    private readonly KnownWord[] _words;
    private readonly int[] _counts;
    private readonly int _stopWords;
    private readonly TermMap<int> _byStem;

    // Where a term's slot is its own, one look tells all: four words of a text in five. 48 KB, so that it stays near the processor.
    private readonly KnownWord[] _common = new KnownWord[CommonSlots];

    private BackgroundFrequencies(int documents, TermMap<ushort> numbers, List<uint> stems, List<int> counts, int stopWords, TermMap<int> byStem)
    {
        Documents = documents;
        _numbers = numbers;
        _words = new KnownWord[stems.Count];
        _counts = [.. counts];
        _stopWords = stopWords;
        _byStem = byStem;
        foreach (uint term in numbers.Keys)
        {
            ushort word = numbers.GetValueOrDefault(term);
            ref KnownWord known = ref _words[word];
            known = new KnownWord(term, stems[word], word, IsStopWord(word) ? TokenFlags.StopWord : TokenFlags.None);
            ref KnownWord slot = ref _common[SlotOf(term)];
            slot = slot.Word == 0 || word < slot.Word ? known : slot;
        }
    }

    /// <summary>The table that ships with the library.</summary>
    public static BackgroundFrequencies Default { get; } = Load("document_frequencies.tsv");

    /// <summary>Number of documents counted.</summary>
    public int Documents { get; }

    /// <summary>Documents that hold the term, 0 when unseen.</summary>
    public int OfTerm(uint term) => _counts[_numbers.GetValueOrDefault(term)];

    /// <summary>Documents that hold a form of the stem (the sum over its forms, capped at <see cref="Documents"/>), 0 when unseen.</summary>
    public int OfStem(uint stem) => _byStem.GetValueOrDefault(stem);

    /// <summary>Smoothed inverse document frequency of a term, natural logarithm: about 0 for "the", 9.1 for an unseen word.</summary>
    public double IdfOfTerm(uint term) => Idf(OfTerm(term));

    /// <summary>Smoothed inverse document frequency of a stem.</summary>
    public double IdfOfStem(uint stem) => Idf(OfStem(stem));

    /// <summary>Number of a word of the table or of the stop words, from 1, frequent words first; 0 for any other.</summary>
    /// <remarks>Thirty words in thirty-one of running news have one, so that hardly a word of a text is stemmed or hashed again.</remarks>
    public ushort NumberOf(uint term) => _numbers.GetValueOrDefault(term);

    /// <summary>A word of the table or a stop word; number 0 for any other.</summary>
    public ref readonly KnownWord Find(uint term)
    {
        ref readonly KnownWord common = ref _common[SlotOf(term)];
        return ref common.Term == term ? ref common : ref _words[_numbers.GetValueOrDefault(term)];
    }

    /// <summary>Whether a numbered word is a stop word.</summary>
    public bool IsStopWord(ushort word) => word <= _stopWords;

    private static int SlotOf(uint term) => (int)((term * 0x9E3779B1u) >> (32 - CommonBits));

    private double Idf(int count) => Math.Log((Documents + 1.0) / (Math.Min(count, Documents) + 1.0));

    private static BackgroundFrequencies Load(string name)
    {
        int documents = 0;
        TermMap<ushort> numbers = new(MostWords);
        List<uint> stems = new(MostWords) { 0 };
        List<int> counts = new(MostWords) { 0 };
        TermMap<int> byStem = new(MostWords);
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        foreach (uint term in StopWords.All)
        {
            if (numbers.TryAdd(term, (ushort)stems.Count))
            {
                stems.Add(term);
                counts.Add(0);
            }
        }

        int stopWords = stems.Count - 1;
        foreach (string[] row in EmbeddedData.Rows(name))
        {
            int count = int.Parse(row[1], CultureInfo.InvariantCulture);
            if (row[0] == "*")
            {
                documents = count;
                continue;
            }

            int n = WordFolding.Fold(row[0], folded);
            uint term = TermHash.OfFolded(folded[..n]);
            int number = numbers.GetValueOrDefault(term);
            if (number == 0)
            {
                number = stems.Count;
                numbers[term] = checked((ushort)number);
                stems.Add(TermHash.OfFolded(folded[..Stemmer.Stem(folded, n, term)]));
                counts.Add(0);
            }

            counts[number] += count;
            byStem[stems[number]] = byStem.GetValueOrDefault(stems[number]) + count;
        }

        return new BackgroundFrequencies(documents, numbers, stems, counts, stopWords, byStem);
    }
}
