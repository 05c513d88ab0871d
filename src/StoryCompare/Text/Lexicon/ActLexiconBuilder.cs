using StoryCompare.Internals;

namespace StoryCompare.Text.Lexicon;

/// <summary>Reads the rows of <c>acts.tsv</c>: class, part of speech, opposed classes, words.</summary>
internal sealed class ActLexiconBuilder
{
    /// <summary>Term of the hyphen, a token of its own.</summary>
    public static readonly uint Hyphen = TermHash.OfFolded("-");

    public List<string> Names { get; } = [];
    public Dictionary<string, ushort> ByName { get; } = new(StringComparer.Ordinal);
    public HashSet<int> Opposed { get; } = [];
    public TermMap<ActLexicon.Entry[]> Entries { get; } = new();
    /// <summary>By first term: words of the longest phrase that starts with it.</summary>
    public TermMap<int> LongestPhrase { get; } = new();

    /// <summary>Reads the rows.</summary>
    /// <exception cref="InvalidOperationException">A row is malformed, or a class is opposed to itself or to none.</exception>
    public static ActLexiconBuilder Read(IEnumerable<string[]> rows)
    {
        ActLexiconBuilder builder = new();
        List<(ushort Class, string Other)> opposed = [];
        foreach (string[] row in rows)
        {
            if (row.Length != 4)
            {
                throw new InvalidOperationException($"The act lexicon's row '{string.Join('|', row)}' has {row.Length} columns, not 4.");
            }

            ushort actClass = builder.ClassOf(row[0]);
            foreach (string other in row[2].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                opposed.Add((actClass, other));
            }

            ActPart part = PartOf(row[1]);
            foreach (string word in row[3].Split(','))
            {
                builder.Add(word, actClass, part);
            }
        }

        foreach ((ushort actClass, string other) in opposed)
        {
            if (!builder.ByName.TryGetValue(other, out ushort opposite) || opposite == actClass)
            {
                throw new InvalidOperationException($"The act class '{builder.Names[actClass]}' is opposed to '{other}', which is no other class.");
            }

            builder.Opposed.Add(ActLexicon.PairKey(actClass, opposite));
        }

        return builder;
    }

    private static ActPart PartOf(string column) => column switch
    {
        "v" => ActPart.Verb,
        "n" => ActPart.Noun,
        "a" => ActPart.Adjective,
        _ => throw new InvalidOperationException($"'{column}' is no part of speech of the act lexicon."),
    };

    private ushort ClassOf(string name)
    {
        if (!ByName.TryGetValue(name, out ushort actClass))
        {
            actClass = (ushort)Names.Count;
            ByName[name] = actClass;
            Names.Add(name);
        }

        return actClass;
    }

    private void Add(string word, ushort actClass, ActPart part)
    {
        bool asItIs = word.StartsWith('!');
        string[] words = (asItIs ? word[1..] : word).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (asItIs || part == ActPart.Adjective)
        {
            AddForm(words, actClass, part);
            return;
        }

        int inflected = part == ActPart.Verb ? 0 : words.Length - 1;
        string lemma = words[inflected];
        foreach (string form in part == ActPart.Verb ? Inflections.OfVerb(lemma) : Inflections.OfNoun(lemma))
        {
            words[inflected] = form;
            AddForm(words, actClass, part);
        }
    }

    private void AddForm(string[] words, ushort actClass, ActPart part)
    {
        uint first = TermHash.Of(words[0]);
        uint key = first;
        for (int i = 1; i < words.Length; i++)
        {
            key = ActLexicon.PhraseKey(key, TermHash.Of(words[i]));
        }

        LongestPhrase[first] = Math.Max(LongestPhrase.GetValueOrDefault(first), words.Length);
        ActLexicon.Entry[] entries = Entries.GetValueOrDefault(key) ?? [];
        foreach (ref ActLexicon.Entry entry in entries.AsSpan())
        {
            if (entry.Class == actClass)
            {
                entry = entry with { Part = entry.Part | part };
                return;
            }
        }

        Entries[key] = [.. entries, new ActLexicon.Entry(actClass, part, (byte)words.Length)];
    }
}
