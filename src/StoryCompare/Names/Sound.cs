namespace StoryCompare.Names;

/// <summary>The sounds that names are compared by. Upper-case members are written with two letters in English ("kh", "sh", "th").</summary>
internal enum Sound : byte
{
    A, E, I, O, U,
    Y, W, H,
    B, C, D, F, G, J, K, L, M, N, P, Q, R, S, T, V, Z,
    Kh, Gh, Sh, Th, Dh, Ts,
    Count,
}

/// <summary>How much two sounds differ when one alphabet's name is written in another: 0 the same, 1 as different as any.</summary>
/// <remarks>
/// The classes are those of the usual romanisations of Arabic, Persian, Russian, Ukrainian and Chinese (q/k/g, kh/h, gh/q, d/z, th/s, v/w/f, g/j,
/// e/i, o/u); the values were set by hand from those tables, not learned from pairs.
/// </remarks>
internal static class SoundCosts
{
    private const int Size = (int)Sound.Count;
    private static readonly float[] Substitution = Build();
    private static readonly float[] Weights = BuildWeights();

    /// <summary>What it costs to write <paramref name="a"/> as <paramref name="b"/>.</summary>
    public static float Substitute(byte a, byte b) => Substitution[(a * Size) + b];

    /// <summary>What a sound counts for in a name's length; also the cost of leaving a consonant out.</summary>
    public static float Weight(byte sound) => Weights[sound];

    /// <summary>What it costs to leave the sound out.</summary>
    public static float Drop(byte sound) => sound <= (byte)Sound.U ? 0.3f : (Sound)sound switch { Sound.Y => 0.25f, Sound.W or Sound.H => 0.35f, _ => 1f };

    public static bool IsVowel(byte sound) => sound <= (byte)Sound.U;

    /// <summary>A bit for each class of consonants that costs more than half a letter to confuse with another class; 0 for vowels and h, w, y.</summary>
    public static ushort ClassBit(byte sound) => (Sound)sound switch
    {
        Sound.B or Sound.P or Sound.F or Sound.V => 1,
        Sound.D or Sound.T or Sound.Z or Sound.S or Sound.Th or Sound.Dh or Sound.Ts or Sound.Sh or Sound.C or Sound.J or Sound.G
            or Sound.K or Sound.Q or Sound.Kh or Sound.Gh => 0,
        Sound.L => 4,
        Sound.M => 8,
        Sound.N => 16,
        Sound.R => 32,
        _ => 0,
    };

    private static float[] BuildWeights()
    {
        float[] weights = new float[Size];
        for (int i = 0; i < Size; i++)
        {
            weights[i] = i <= (int)Sound.U ? 0.4f : i <= (int)Sound.H ? 0.5f : 1f;
        }

        return weights;
    }

    private static float[] Build()
    {
        float[] costs = new float[Size * Size];
        for (int a = 0; a < Size; a++)
        {
            for (int b = 0; b < Size; b++)
            {
                costs[(a * Size) + b] = a == b ? 0 : IsVowel((byte)a) && IsVowel((byte)b) ? 0.4f : 1f;
            }
        }

        void Set(Sound a, Sound b, float cost)
        {
            costs[((int)a * Size) + (int)b] = cost;
            costs[((int)b * Size) + (int)a] = cost;
        }

        Set(Sound.A, Sound.E, 0.12f);
        Set(Sound.E, Sound.I, 0.12f);
        Set(Sound.O, Sound.U, 0.08f);
        Set(Sound.A, Sound.O, 0.25f);
        Set(Sound.A, Sound.U, 0.3f);
        Set(Sound.A, Sound.I, 0.35f);
        Set(Sound.E, Sound.O, 0.3f);
        Set(Sound.Y, Sound.I, 0.15f);
        Set(Sound.Y, Sound.E, 0.25f);
        Set(Sound.W, Sound.U, 0.15f);
        Set(Sound.W, Sound.O, 0.2f);
        Set(Sound.Y, Sound.J, 0.15f);
        Set(Sound.D, Sound.J, 0.45f);
        Set(Sound.W, Sound.V, 0.1f);
        Set(Sound.W, Sound.B, 0.6f);
        Set(Sound.V, Sound.B, 0.4f);
        Set(Sound.V, Sound.F, 0.25f);
        Set(Sound.B, Sound.P, 0.35f);
        Set(Sound.F, Sound.P, 0.4f);
        Set(Sound.K, Sound.Q, 0f);
        Set(Sound.K, Sound.Kh, 0.35f);
        Set(Sound.Q, Sound.Kh, 0.35f);
        Set(Sound.Q, Sound.G, 0.3f);
        Set(Sound.Q, Sound.Gh, 0.25f);
        Set(Sound.K, Sound.G, 0.4f);
        Set(Sound.K, Sound.Gh, 0.5f);
        Set(Sound.G, Sound.Gh, 0.1f);
        Set(Sound.G, Sound.J, 0.25f);
        Set(Sound.Kh, Sound.H, 0.25f);
        Set(Sound.Kh, Sound.Gh, 0.45f);
        Set(Sound.Kh, Sound.C, 0.5f);
        Set(Sound.G, Sound.H, 0.6f);
        Set(Sound.C, Sound.K, 0.6f);
        Set(Sound.C, Sound.Sh, 0.35f);
        Set(Sound.C, Sound.J, 0.35f);
        Set(Sound.C, Sound.Ts, 0.35f);
        Set(Sound.Sh, Sound.S, 0.35f);
        Set(Sound.Sh, Sound.J, 0.5f);
        Set(Sound.S, Sound.Z, 0.25f);
        Set(Sound.S, Sound.Ts, 0.3f);
        Set(Sound.S, Sound.Th, 0.35f);
        Set(Sound.S, Sound.C, 0.5f);
        Set(Sound.Z, Sound.Ts, 0.3f);
        Set(Sound.Z, Sound.Dh, 0.1f);
        Set(Sound.Z, Sound.D, 0.4f);
        Set(Sound.Z, Sound.Th, 0.5f);
        Set(Sound.Z, Sound.J, 0.35f);
        Set(Sound.D, Sound.Dh, 0.1f);
        Set(Sound.D, Sound.T, 0.4f);
        Set(Sound.T, Sound.Th, 0.12f);
        Set(Sound.Th, Sound.Dh, 0.4f);
        Set(Sound.M, Sound.N, 0.7f);
        Set(Sound.L, Sound.R, 0.75f);
        return costs;
    }
}
