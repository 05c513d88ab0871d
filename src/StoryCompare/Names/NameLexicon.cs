using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>An entity of the shipped alias pack.</summary>
/// <param name="Name">Its usual English form.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct KnownEntity(string Name, NameKind Kind);

/// <summary>The shipped alias pack: forms of known entities, and demonyms.</summary>
internal sealed class NameLexicon
{
    private const int MinSounds = 9;

    private readonly KnownEntity[] _entities;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _byForm;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _byCapsForm;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySound;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _demonyms;

    private NameLexicon()
    {
        List<KnownEntity> entities = [];
        Dictionary<string, List<int>> forms = new(StringComparer.Ordinal);
        Dictionary<string, List<int>> caps = new(StringComparer.Ordinal);
        Dictionary<string, int> demonyms = new(StringComparer.Ordinal);
        List<string> all = [];

        void Add(string form, int entity)
        {
            all.Add(form);
            Dictionary<string, List<int>> target = IsCapsForm(form) ? caps : forms;
            string key = NameText.Plain(form);
            if (!target.TryGetValue(key, out List<int>? ids))
            {
                target[key] = ids = [];
            }

            if (!ids.Contains(entity))
            {
                ids.Add(entity);
            }
        }

        foreach (string[] row in EmbeddedData.Rows("countries.tsv"))
        {
            int country = entities.Count;
            entities.Add(new KnownEntity(row[0], NameKind.Place));
            Add(row[0], country);
            foreach (string form in Split(row[1]))
            {
                Add(form, country);
            }

            foreach (string form in Split(row[2]))
            {
                demonyms.TryAdd(NameText.Plain(form), country);
            }

            string[] capital = Split(row[3]);
            if (capital.Length > 0)
            {
                entities.Add(new KnownEntity(capital[0], NameKind.Place));
                Array.ForEach(capital, form => Add(form, country + 1));
            }
        }

        foreach (string[] row in EmbeddedData.Rows("name_aliases.tsv"))
        {
            int entity = entities.Count;
            entities.Add(new KnownEntity(row[1], KindOf(row[0])));
            Add(row[1], entity);
            Array.ForEach(Split(row.Length > 2 ? row[2] : ""), form => Add(form, entity));
        }

        _entities = [.. entities];
        _byForm = forms.ToDictionary(static p => p.Key, static p => p.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _byCapsForm = caps.ToDictionary(static p => p.Key, static p => p.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Dictionary<string, int> sounds = new(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[SoundDistance.MaxSounds];
        foreach ((string form, List<int> ids) in forms)
        {
            string key = buffer[..WriteSoundKey(form, buffer)].ToString();
            sounds[key] = ids.Count > 1 || (sounds.TryGetValue(key, out int other) && other != ids[0]) ? -1 : ids[0];
        }

        _bySound = sounds.GetAlternateLookup<ReadOnlySpan<char>>();
        _demonyms = demonyms.GetAlternateLookup<ReadOnlySpan<char>>();
        Forms = all;
    }

    /// <summary>The pack that ships with the library.</summary>
    public static NameLexicon Default { get; } = new();

    /// <summary>All forms as written in the tables.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>Number of entities.</summary>
    public int Count => _entities.Length;

    public KnownEntity this[int entity] => _entities[entity];

    /// <summary>The entities that go by a form, or none. A form in capitals ("IS") is found only for a name in capitals.</summary>
    /// <param name="plain">The name by <see cref="NameText.Plain(ReadOnlySpan{char})"/>.</param>
    /// <param name="inCapitals">Whether the name is written in capitals.</param>
    public int[] Find(ReadOnlySpan<char> plain, bool inCapitals)
    {
        if (inCapitals && _byCapsForm.TryGetValue(plain, out int[]? found))
        {
            return found;
        }

        return _byForm.TryGetValue(plain, out found) ? found : [];
    }

    /// <summary>The one entity that has a form of the same sound: "Jabhat al-Nosra" for "Jabhat al-Nusra". For long names only; -1 for none or several.</summary>
    public int FindBySound(ReadOnlySpan<char> plain)
    {
        // A letter makes one sound at most, but for an x.
        if (plain.Length + plain.Count('x') < MinSounds)
        {
            return -1;
        }

        Span<char> key = stackalloc char[SoundDistance.MaxSounds];
        int n = WriteSoundKey(plain, key);
        return n >= MinSounds && _bySound.TryGetValue(key[..n], out int entity) ? entity : -1;
    }

    /// <summary>The country a demonym belongs to, or -1.</summary>
    public int CountryOfDemonym(ReadOnlySpan<char> plain) => _demonyms.TryGetValue(plain, out int country) ? country : -1;

    /// <summary>Two to six capitals and nothing in lower case, with or without full stops.</summary>
    public static bool IsCapsForm(ReadOnlySpan<char> form)
    {
        int capitals = 0;
        foreach (char c in form)
        {
            if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (c is not ('.' or '&' or '-' or '/') && !char.IsDigit(c))
            {
                return false;
            }
        }

        return capitals is >= 2 and <= 6;
    }

    // Sounds with what romanisations mix up made one: o and u, e and i, q and k, gh and g.
    private static int WriteSoundKey(ReadOnlySpan<char> plain, Span<char> key)
    {
        Span<byte> sounds = stackalloc byte[SoundDistance.MaxSounds];
        int n = 0;
        foreach (Range word in plain.Split(' '))
        {
            n += SoundCoder.Write(plain[word], sounds[n..]);
        }

        for (int i = 0; i < n; i++)
        {
            key[i] = (char)('a' + (Sound)sounds[i] switch
            {
                Sound.U => (int)Sound.O,
                Sound.I => (int)Sound.E,
                Sound.Q => (int)Sound.K,
                Sound.Gh => (int)Sound.G,
                Sound.Dh => (int)Sound.D,
                Sound.Th => (int)Sound.T,
                _ => sounds[i],
            });
        }

        return n;
    }

    private static string[] Split(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static NameKind KindOf(string kind) => kind switch
    {
        "place" => NameKind.Place,
        "org" => NameKind.Organisation,
        "person" => NameKind.Person,
        _ => throw new InvalidOperationException($"name_aliases.tsv: unknown kind '{kind}'."),
    };
}
