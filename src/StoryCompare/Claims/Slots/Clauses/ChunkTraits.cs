namespace StoryCompare.Claims.Slots;

/// <summary>Traits of a chunk.</summary>
[Flags]
internal enum ChunkTraits : ushort
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Passive.</summary>
    Passive = 1,
    /// <summary>Negated.</summary>
    Negated = 2,
    /// <summary>Told as possible, wished or asked only.</summary>
    Unreal = 4,
    /// <summary>"Will".</summary>
    Planned = 8,
    /// <summary>"Is", with what the subject is behind it.</summary>
    Copula = 16,
    /// <summary>A participle without auxiliary.</summary>
    Bare = 32,
    /// <summary>"To" and a verb.</summary>
    Infinitive = 64,
    /// <summary>"-ing".</summary>
    Gerund = 128,
    /// <summary>A pronoun.</summary>
    Pronoun = 256,
    /// <summary>A day or other time.</summary>
    Time = 512,
    /// <summary>"Whose" opens the phrase.</summary>
    Whose = 1024,
}
