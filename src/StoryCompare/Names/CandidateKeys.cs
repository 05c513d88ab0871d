namespace StoryCompare.Names;

/// <summary>Keys under which names that could match meet: never all pairs of a story are compared.</summary>
internal static class CandidateKeys
{
    /// <summary>Adds the keys of a name. Names that <see cref="NameMatcher"/> makes one nearly always share one.</summary>
    /// <param name="key">The name.</param>
    /// <param name="length">Consonants in a key: fewer find more and compare more.</param>
    /// <param name="keys">Receives the keys.</param>
    public static void Add(NameKey key, int length, HashSet<ulong> keys)
    {
        keys.Add(Of(1, key.Hash));
        foreach (int entity in key.Entities)
        {
            keys.Add(Of(2, (uint)entity));
        }

        if (key.Body >= 0)
        {
            keys.Add(Of(3, (uint)key.Body));
            return;
        }

        if (key.Acronym is not null)
        {
            keys.Add(Of(4, Text.TermHash.OfFolded(key.Acronym)));
        }

        if (key.Initials.Length >= 3)
        {
            keys.Add(Of(4, Text.TermHash.OfFolded(key.Initials)));
            keys.Add(Of(4, Text.TermHash.OfFolded(key.LongInitials)));
        }

        Sounds(key.Joined, length, 5, keys);
        foreach (NameKeyWord word in key.Words)
        {
            if (word.Weight > 0.5f && word.Role is not (WordRole.Initial or WordRole.Compass))
            {
                Sounds(word.Sounds, length, 5, keys);
            }
        }
    }

    /// <summary>Whether a key only says that two names sound alike somewhere.</summary>
    public static bool IsWeak(ulong key) => key >> 32 is 5 or 6;

    private static void Sounds(byte[] sounds, int length, uint space, HashSet<ulong> keys)
    {
        uint head = 1;
        uint tail = 1;
        int n = 0;
        for (int i = 0; i < sounds.Length && n < length; i++)
        {
            uint c = Coarse(sounds[i]);
            head = c == 0 ? head : (head * 8) + c;
            n += c == 0 ? 0 : 1;
        }

        n = 0;
        for (int i = sounds.Length - 1; i >= 0 && n < length; i--)
        {
            uint c = Coarse(sounds[i]);
            tail = c == 0 ? tail : (tail * 8) + c;
            n += c == 0 ? 0 : 1;
        }

        keys.Add(Of(space, head));
        keys.Add(Of(space + 1, tail));
    }

    // Labials, dentals and sibilants with j, velars, l, m, n, r; vowels, h, w and y do not count.
    private static uint Coarse(byte sound) => (Sound)sound switch
    {
        Sound.B or Sound.P or Sound.F or Sound.V => 1,
        Sound.K or Sound.Q or Sound.Kh or Sound.G or Sound.Gh or Sound.J or Sound.C => 2,
        Sound.D or Sound.T or Sound.Z or Sound.S or Sound.Th or Sound.Dh or Sound.Ts or Sound.Sh => 3,
        Sound.L => 4,
        Sound.M => 5,
        Sound.N => 6,
        Sound.R => 7,
        _ => 0,
    };

    private static ulong Of(uint space, uint value) => ((ulong)space << 32) | value;
}
