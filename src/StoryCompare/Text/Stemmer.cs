using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Cuts English inflections and suffixes from a folded word, in place and without allocation: Porter2 after a table of exceptions.</summary>
/// <remarks>
/// The algorithm is M. Porter's English ("Porter2") Snowball stemmer; its own short list of special words stands in <c>stem_exceptions.tsv</c>
/// beside irregular forms ("met", "children"), British spellings and words that Porter2 folds into an unrelated one ("emergency" into "emerge").
/// Words of three letters or fewer, and words with other than ASCII letters and apostrophes, are stems already.
/// </remarks>
internal static class Stemmer
{
    private static readonly TermMap<(string Word, string Stem)> Exceptions = LoadExceptions();

    /// <summary>Length of the stem, which is left at the start of <paramref name="folded"/>.</summary>
    public static int Stem(Span<char> folded, int length) => Stem(folded, length, TermHash.OfFolded(folded[..length]));

    /// <summary>The same, for a caller that has hashed the word already.</summary>
    public static int Stem(Span<char> folded, int length, uint term)
    {
        if (length < 3)
        {
            return length;
        }

        if (Exceptions.TryGetValue(term, out (string Word, string Stem) row)
            && folded[..length].SequenceEqual(row.Word) && row.Stem.Length <= folded.Length)
        {
            row.Stem.CopyTo(folded);
            return row.Stem.Length;
        }

        return PorterStemmer.Stem(folded, length);
    }

    /// <summary>A row is a word and either another word, whose stem it takes, or "=" and the stem itself.</summary>
    private static TermMap<(string Word, string Stem)> LoadExceptions()
    {
        TermMap<(string Word, string Stem)> rows = new();
        Span<char> buffer = stackalloc char[WordFolding.MaxLength];
        foreach (string[] row in EmbeddedData.Rows("stem_exceptions.tsv"))
        {
            string stem = row[1];
            if (stem[0] == '=')
            {
                stem = stem[1..];
            }
            else
            {
                stem.CopyTo(buffer);
                stem = buffer[..PorterStemmer.Stem(buffer, stem.Length)].ToString();
            }

            rows.TryAdd(TermHash.OfFolded(row[0]), (row[0], stem));
        }

        return rows;
    }
}
