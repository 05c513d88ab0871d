namespace StoryCompare.Quotes;

/// <summary>What sort of source a noun phrase names.</summary>
internal enum SourceSort : byte
{
    Unknown,
    Person,
    /// <summary>"he", "she".</summary>
    Pronoun,
    Group,
    Document,
}

/// <summary>A noun phrase that can be a source: tokens [First, End) are its name or description.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Sort">What it names.</param>
/// <param name="Named">Whether it holds a name ("Colonel Brandt"), or only describes ("the colonel").</param>
/// <param name="Definite">Whether it starts with "the", "his": it may point back.</param>
/// <param name="Gender">1 male, 2 female, 0 unknown.</param>
internal readonly record struct NounPhrase(int First, int End, SourceSort Sort, bool Named, bool Definite, byte Gender)
{
    public bool IsNone => End <= First;
    public static NounPhrase None => default;
}
