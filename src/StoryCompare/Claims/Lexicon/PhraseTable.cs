using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Makes phrase tables of rows.</summary>
internal static class PhraseTable
{
    /// <summary>Reads a table of rows "phrase, tab, value".</summary>
    public static PhraseTable<string> Load(string name) => Of(EmbeddedData.Rows(name).Select(static row => (row[0], row[1])));

    /// <summary>A table of phrases and what they stand for.</summary>
    public static PhraseTable<T> Of<T>(IEnumerable<(string Phrase, T Value)> rows)
        where T : class
    {
        Dictionary<uint, List<(uint[] Terms, T Value)>> phrases = [];
        foreach ((string phrase, T value) in rows)
        {
            uint[] terms = Terms(phrase);
            if (!phrases.TryGetValue(terms[0], out List<(uint[] Terms, T Value)>? list))
            {
                phrases[terms[0]] = list = [];
            }

            list.Add((terms, value));
        }

        return new PhraseTable<T>(phrases);
    }

    private static uint[] Terms(string phrase)
    {
        string[] words = phrase.Split(' ');
        uint[] terms = new uint[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            terms[i] = TermHash.Of(words[i]);
        }

        return terms;
    }
}

/// <summary>Phrases of a table, found in a run of tokens by their longest match.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseTable<T>
    where T : class
{
    private readonly TermMap<(uint[] Terms, T Value)[]> _byFirst;

    /// <summary>A table of phrases by their first term.</summary>
    public PhraseTable(Dictionary<uint, List<(uint[] Terms, T Value)>> phrases) =>
        _byFirst = phrases.ToTermMap(static p => p.Key, static p => p.Value.Count == 1 ? p.Value.ToArray() : p.Value.OrderByDescending(static v => v.Terms.Length).ToArray());

    /// <summary>The longest phrase that starts at <paramref name="index"/>: its value and length in tokens; null and 0 when there is none.</summary>
    public T? Match(ReadOnlySpan<Token> tokens, int index, out int length)
    {
        length = 0;
        if (!_byFirst.TryGetValue(tokens[index].Term, out (uint[] Terms, T Value)[]? candidates))
        {
            return null;
        }

        foreach ((uint[] terms, T value) in candidates)
        {
            if (index + terms.Length <= tokens.Length && Holds(tokens.Slice(index, terms.Length), terms))
            {
                length = terms.Length;
                return value;
            }
        }

        return null;
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, uint[] terms)
    {
        for (int i = 0; i < terms.Length; i++)
        {
            if (tokens[i].Term != terms[i])
            {
                return false;
            }
        }

        return true;
    }
}
