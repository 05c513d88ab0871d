using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>The words of a background news collection: how many documents hold each, so that two articles compare as well as two thousand, and their stems, made once.</summary>
internal sealed class BackgroundFrequencies
{
    // 0 for a stop word.
    private readonly TermMap<uint> _stems;
    private readonly TermMap<int> _byTerm;
    private readonly TermMap<int> _byStem;

    private BackgroundFrequencies(int documents, TermMap<uint> stems, TermMap<int> byTerm, TermMap<int> byStem)
    {
        Documents = documents;
        _stems = stems;
        _byTerm = byTerm;
        _byStem = byStem;
    }

    /// <summary>The table that ships with the library.</summary>
    public static BackgroundFrequencies Default { get; } = Load("document_frequencies.tsv");

    /// <summary>Number of documents counted.</summary>
    public int Documents { get; }

    /// <summary>Documents that hold the term, 0 when unseen.</summary>
    public int OfTerm(uint term) => _byTerm.GetValueOrDefault(term);

    /// <summary>Documents that hold a form of the stem (the sum over its forms, capped at <see cref="Documents"/>), 0 when unseen.</summary>
    public int OfStem(uint stem) => _byStem.GetValueOrDefault(stem);

    /// <summary>Smoothed inverse document frequency of a term, natural logarithm: about 0 for "the", 9.1 for an unseen word.</summary>
    public double IdfOfTerm(uint term) => Idf(OfTerm(term));

    /// <summary>Smoothed inverse document frequency of a stem.</summary>
    public double IdfOfStem(uint stem) => Idf(OfStem(stem));

    /// <summary>The stem of a word of the table or of the stop words, which are their own stems; false for any other word.</summary>
    /// <remarks>Thirty words in thirty-one of running news are in it, so that hardly a word of a text is stemmed.</remarks>
    public bool TryWord(uint term, out uint stem, out bool isStopWord)
    {
        bool known = _stems.TryGetValue(term, out stem);
        isStopWord = known && stem == 0;
        stem = isStopWord ? term : stem;
        return known;
    }

    private double Idf(int count) => Math.Log((Documents + 1.0) / (Math.Min(count, Documents) + 1.0));

    private static BackgroundFrequencies Load(string name)
    {
        int documents = 0;
        TermMap<uint> stems = new();
        TermMap<int> byTerm = new();
        TermMap<int> byStem = new();
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        foreach (uint term in StopWords.All)
        {
            stems[term] = 0;
        }

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
            byTerm[term] = byTerm.GetValueOrDefault(term) + count;
            if (!stems.TryGetValue(term, out uint stem))
            {
                stem = TermHash.OfFolded(folded[..Stemmer.Stem(folded, n, term)]);
                stems[term] = stem;
            }

            stem = stem == 0 ? term : stem;
            byStem[stem] = byStem.GetValueOrDefault(stem) + count;
        }

        return new BackgroundFrequencies(documents, stems, byTerm, byStem);
    }
}
