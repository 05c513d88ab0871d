using System.Collections.Frozen;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Phrases of a table, found in a run of tokens by their longest match.</summary>
internal sealed class PhraseTable
{
    private readonly FrozenDictionary<uint, (uint[] Terms, string Value)[]> _byFirst;

    private PhraseTable(Dictionary<uint, List<(uint[] Terms, string Value)>> phrases) =>
        _byFirst = phrases.ToFrozenDictionary(static p => p.Key, static p => p.Value.OrderByDescending(static v => v.Terms.Length).ToArray());

    /// <summary>Reads a table of rows "phrase, tab, value".</summary>
    public static PhraseTable Load(string name) => Of(EmbeddedData.Rows(name).Select(static row => (row[0], row[1])));

    /// <summary>A table of phrases and what they stand for.</summary>
    public static PhraseTable Of(IEnumerable<(string Phrase, string Value)> rows)
    {
        Dictionary<uint, List<(uint[] Terms, string Value)>> phrases = [];
        foreach ((string phrase, string value) in rows)
        {
            uint[] terms = [.. phrase.Split(' ').Select(static w => TermHash.Of(w))];
            if (!phrases.TryGetValue(terms[0], out List<(uint[] Terms, string Value)>? list))
            {
                phrases[terms[0]] = list = [];
            }

            list.Add((terms, value));
        }

        return new PhraseTable(phrases);
    }

    /// <summary>The longest phrase that starts at <paramref name="index"/>: its value and length in tokens; null and 0 when there is none.</summary>
    public string? Match(ReadOnlySpan<Token> tokens, int index, out int length)
    {
        length = 0;
        if (!_byFirst.TryGetValue(tokens[index].Term, out (uint[] Terms, string Value)[]? candidates))
        {
            return null;
        }

        foreach ((uint[] terms, string value) in candidates)
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
