using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>How many documents of a background news collection hold a word: lets two articles be compared as well as two thousand.</summary>
internal sealed class BackgroundFrequencies
{
    private readonly TermMap<int> _byTerm;
    private readonly TermMap<int> _byStem;

    private BackgroundFrequencies(int documents, TermMap<int> byTerm, TermMap<int> byStem)
    {
        Documents = documents;
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

    private double Idf(int count) => Math.Log((Documents + 1.0) / (Math.Min(count, Documents) + 1.0));

    private static BackgroundFrequencies Load(string name)
    {
        int documents = 0;
        TermMap<int> byTerm = new();
        TermMap<int> byStem = new();
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
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
            uint stem = StopWords.Contains(term) ? term : TermHash.OfFolded(folded[..Stemmer.Stem(folded, n)]);
            byStem[stem] = byStem.GetValueOrDefault(stem) + count;
        }

        return new BackgroundFrequencies(documents, byTerm, byStem);
    }
}
