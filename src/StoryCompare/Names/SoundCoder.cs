namespace StoryCompare.Names;

/// <summary>Writes a folded Latin word as sounds: "Dayr" and "Deir" are both d-e-r, "Safouk" and "Safuk" both s-a-f-u-k.</summary>
internal static class SoundCoder
{
    /// <summary>Writes the sounds of <paramref name="word"/> (lower case, letters only count) and returns how many; never more than the word has letters plus one each x.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<byte> sounds)
    {
        int n = 0;
        int i = 0;
        while (i < word.Length && n < sounds.Length)
        {
            i += Next(word, i, sounds, ref n);
        }

        // "Jiddah" is "Jidda": a last h after a vowel is a way of writing, not a sound.
        if (n > 2 && sounds[n - 1] == (byte)Sound.H && SoundCosts.IsVowel(sounds[n - 2]))
        {
            n--;
        }

        return n;
    }

    private static int Next(ReadOnlySpan<char> w, int i, Span<byte> sounds, ref int n)
    {
        char c = w[i];
        char d = i + 1 < w.Length ? w[i + 1] : '\0';
        switch (c)
        {
            case 'a':
                return d switch
                {
                    'a' => Put(sounds, ref n, Sound.A, 2),
                    'i' or 'e' => Put(sounds, ref n, Sound.E, 2),
                    'y' when !VowelAt(w, i + 2) => Put(sounds, ref n, Sound.E, 2),
                    'u' => Put(sounds, ref n, Sound.O, 2),
                    'w' when !VowelAt(w, i + 2) => Put(sounds, ref n, Sound.O, 2),
                    _ => Put(sounds, ref n, Sound.A, 1),
                };
            case 'e':
                return d switch
                {
                    'e' => Put(sounds, ref n, Sound.I, 2),
                    'i' => Put(sounds, ref n, Sound.E, 2),
                    'y' when !VowelAt(w, i + 2) => Put(sounds, ref n, Sound.E, 2),
                    _ => Put(sounds, ref n, Sound.E, 1),
                };
            case 'i':
                return Put(sounds, ref n, Sound.I, d is 'i' or 'e' ? 2 : 1);
            case 'o':
                return d switch
                {
                    'o' or 'u' => Put(sounds, ref n, Sound.U, 2),
                    'w' when !VowelAt(w, i + 2) => Put(sounds, ref n, Sound.O, 2),
                    'e' => Put(sounds, ref n, Sound.O, 2),
                    _ => Put(sounds, ref n, Sound.O, 1),
                };
            case 'u':
                return Put(sounds, ref n, Sound.U, d is 'u' or 'e' && i + 2 < w.Length ? 2 : 1);
            case 'y':
                return Put(sounds, ref n, VowelAt(w, i + 1) ? Sound.Y : Sound.I, 1);
            case 'w':
                return VowelAt(w, i + 1) || n == 0 ? Put(sounds, ref n, Sound.W, 1) : Put(sounds, ref n, Sound.U, 1);
            default:
                return Consonant(w, i, c, d, sounds, ref n);
        }
    }

    private static int Consonant(ReadOnlySpan<char> w, int i, char c, char d, Span<byte> sounds, ref int n)
    {
        bool third = i + 2 < w.Length;
        switch (c)
        {
            case 's' when d == 'h':
                return Put(sounds, ref n, Sound.Sh, 2);
            case 's' when d == 'c' && third && w[i + 2] == 'h':
                return Put(sounds, ref n, Sound.Sh, 3);
            case 't' when d == 's' && third && w[i + 2] == 'h':
                return Put(sounds, ref n, Sound.C, 3);
            case 't' when d == 'c' && third && w[i + 2] == 'h':
                return Put(sounds, ref n, Sound.C, 3);
            case 't' when d == 'h':
                return Put(sounds, ref n, Sound.Th, 2);
            case 't' when d is 's' or 'z':
                return Put(sounds, ref n, Sound.Ts, 2);
            case 'c' when d == 'h':
                return Put(sounds, ref n, Sound.C, 2);
            case 'c' when d == 'z':
                return Put(sounds, ref n, Sound.C, 2);
            case 'c' when d == 'k':
                return Put(sounds, ref n, Sound.K, 2);
            case 'c':
                return Put(sounds, ref n, d is 'e' or 'i' or 'y' ? Sound.S : Sound.K, 1);
            case 'k' when d == 'h':
                return Put(sounds, ref n, Sound.Kh, 2);
            case 'g' when d == 'h':
                return Put(sounds, ref n, Sound.Gh, 2);
            case 'd' when d == 'h':
                return Put(sounds, ref n, Sound.Dh, 2);
            case 'd' when d == 'j':
                return Put(sounds, ref n, Sound.J, 2);
            case 'd' when d == 'z' && third && w[i + 2] == 'h':
                return Put(sounds, ref n, Sound.J, 3);
            case 'z' when d == 'h':
                return Put(sounds, ref n, Sound.J, 2);
            case 'p' when d == 'h':
                return Put(sounds, ref n, Sound.F, 2);
            case 'q' when d == 'u' && third && w[i + 2] is 'e' or 'i':
                return Put(sounds, ref n, Sound.K, 2);
            case 'j' when i + 1 == w.Length && n > 0 && SoundCosts.IsVowel(sounds[n - 1]):
                return Put(sounds, ref n, Sound.Y, 1);
            case 'x' when n == 0:
                return Put(sounds, ref n, Sound.Sh, 1);
            case 'x':
                Put(sounds, ref n, Sound.K, 1);
                return Put(sounds, ref n, Sound.S, 1);
            default:
                return Put(sounds, ref n, Letter(c), 1);
        }
    }

    private static Sound Letter(char c) => c switch
    {
        'b' => Sound.B,
        'd' => Sound.D,
        'f' => Sound.F,
        'g' => Sound.G,
        'h' => Sound.H,
        'j' => Sound.J,
        'k' => Sound.K,
        'l' => Sound.L,
        'm' => Sound.M,
        'n' => Sound.N,
        'p' => Sound.P,
        'q' => Sound.Q,
        'r' => Sound.R,
        's' => Sound.S,
        't' => Sound.T,
        'v' => Sound.V,
        'z' => Sound.Z,
        _ => Sound.Count,
    };

    private static bool VowelAt(ReadOnlySpan<char> w, int i) => i < w.Length && w[i] is 'a' or 'e' or 'i' or 'o' or 'u';

    // Doubled consonants count once ("Mohammed", "Mohamed"), so do doubled vowels.
    private static int Put(Span<byte> sounds, ref int n, Sound sound, int used)
    {
        if (n > 0 && Hardens((Sound)sounds[n - 1], sound))
        {
            // "Matthews", "Bakkhari": the first letter only doubles the digraph.
            n--;
        }

        if (sound != Sound.Count && n < sounds.Length && (n == 0 || sounds[n - 1] != (byte)sound))
        {
            sounds[n++] = (byte)sound;
        }

        return used;
    }

    private static bool Hardens(Sound before, Sound digraph) => digraph switch
    {
        Sound.Th => before == Sound.T,
        Sound.Kh => before == Sound.K,
        Sound.Sh => before == Sound.S,
        Sound.Dh => before == Sound.D,
        Sound.Gh => before == Sound.G,
        Sound.C => before == Sound.T,
        _ => false,
    };
}
