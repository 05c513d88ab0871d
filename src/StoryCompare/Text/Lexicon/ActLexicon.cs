using StoryCompare.Internals;

namespace StoryCompare.Text.Lexicon;

/// <summary>Classes of newswire words that tell the same ("seized", "captured", "took control of"), with their opposites. Data: <c>acts.tsv</c>.</summary>
/// <remarks>Words are looked up by <see cref="Token.Term"/>; their regular forms are made on loading. Immutable.</remarks>
internal sealed class ActLexicon
{
    private readonly string[] _names;
    private readonly Dictionary<string, ushort> _byName;
    private readonly HashSet<int> _opposed;
    private readonly ulong[] _bits;
    private readonly TermMap<Entry[]> _entries;
    private readonly TermMap<int> _longestPhrase;

    // Words that open an entry: two words in three open none.
    private readonly WordMap<bool> _openers;

    private ActLexicon(ActLexiconBuilder builder)
    {
        _names = [.. builder.Names];
        _byName = builder.ByName;
        _opposed = builder.Opposed;
        _bits = new ulong[_names.Length];
        for (int c = 0; c < _bits.Length; c++)
        {
            _bits[c] = Bit(c);
        }

        foreach (int pair in _opposed)
        {
            _bits[pair >> 16] |= Bit(pair & 0xFFFF);
            _bits[pair & 0xFFFF] |= Bit(pair >> 16);
        }

        _entries = builder.Entries;
        _longestPhrase = builder.LongestPhrase;
        TermMap<bool> openers = new(_entries.Count + _longestPhrase.Count);
        foreach (uint term in _entries.Keys)
        {
            openers[term] = true;
        }

        foreach (uint term in _longestPhrase.Keys)
        {
            openers[term] = true;
        }

        _openers = new WordMap<bool>(openers);
    }

    /// <summary>The lexicon that ships with the library.</summary>
    public static ActLexicon Default { get; } = new(ActLexiconBuilder.Read(EmbeddedData.Rows("acts.tsv")));

    /// <summary>Number of classes; a class is a number from 0.</summary>
    public int ClassCount => _names.Length;

    /// <summary>The name of a class in the data file.</summary>
    public string NameOf(int actClass) => _names[actClass];

    /// <summary>The class of that name, or -1.</summary>
    public int ClassNamed(string name) => _byName.TryGetValue(name, out ushort c) ? c : -1;

    /// <summary>Whether the classes tell contrary things (open and close). Symmetric; no class is opposed to itself.</summary>
    public bool AreOpposed(int a, int b) => _opposed.Contains(PairKey(a, b));

    /// <summary>A bit for the class and one for each that is opposed to it: classes that are one or opposed have a bit in common.</summary>
    public ulong BitsOf(int actClass) => _bits[actClass];

    private static ulong Bit(int actClass) => 1ul << (int)(((uint)actClass * 0x9E3779B1u) >> 26);

    /// <summary>The classes of a single word, none when it is in no class.</summary>
    public ReadOnlySpan<Entry> EntriesOf(uint term) => _entries.TryGetValue(term, out Entry[]? found) ? found : [];

    /// <summary>Appends the words and phrases of the run that are in a class, in order; a word of several classes gives several mentions.</summary>
    /// <remarks>The longest phrase wins ("link up" before "link"); mentions never overlap otherwise. Hyphens inside a phrase are passed over ("link-up").</remarks>
    public void Find(ReadOnlySpan<Token> tokens, List<ActMention> mentions)
    {
        int i = 0;
        while (i < tokens.Length)
        {
            i += tokens[i].IsWord && _openers.Of(tokens[i]) ? FindAt(tokens, i, mentions) : 1;
        }
    }

    internal static int PairKey(int a, int b) => (Math.Min(a, b) << 16) | Math.Max(a, b);

    internal static uint PhraseKey(uint key, uint term) => unchecked((key * 0x9E3779B1u) ^ term);

    private int FindAt(ReadOnlySpan<Token> tokens, int first, List<ActMention> mentions)
    {
        uint key = tokens[first].Term;
        Entry[]? best = _entries.GetValueOrDefault(key);
        int length = 1;
        int words = _longestPhrase.GetValueOrDefault(key);
        for (int i = first + 1, n = 1; n < words && i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                if (tokens[i].Term == ActLexiconBuilder.Hyphen)
                {
                    continue;
                }

                break;
            }

            key = PhraseKey(key, tokens[i].Term);
            n++;
            if (_entries.TryGetValue(key, out Entry[]? longer) && longer[0].Words == n)
            {
                best = longer;
                length = i - first + 1;
            }
        }

        foreach (Entry e in best ?? [])
        {
            mentions.Add(new ActMention(first, length, e.Class, e.Part));
        }

        return length;
    }

    /// <summary>A word or phrase under one class.</summary>
    /// <param name="Class">The class.</param>
    /// <param name="Part">As which parts of speech.</param>
    /// <param name="Words">Number of words.</param>
    internal readonly record struct Entry(ushort Class, ActPart Part, byte Words);
}
