using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>A set of words that is asked for tokens; see <see cref="WordMap{T}"/>.</summary>
internal sealed class WordSet
{
    private readonly WordMap<bool> _words;

    public WordSet(IEnumerable<string> words)
    {
        TermMap<bool> terms = new();
        foreach (string word in words)
        {
            terms[TermHash.Of(word)] = true;
        }

        _words = new WordMap<bool>(terms);
    }

    /// <summary>Whether the token's word is in the set.</summary>
    public bool Contains(in Token token) => _words.Of(token);
}
