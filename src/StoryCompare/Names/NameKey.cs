namespace StoryCompare.Names;

/// <summary>How a word of a name is treated in comparing.</summary>
internal enum WordRole : byte
{
    /// <summary>Carries the name.</summary>
    Core,
    /// <summary>A single letter that stands for a given name.</summary>
    Initial,
    /// <summary>A number, in digits or Roman.</summary>
    Number,
    /// <summary>Says what kind of body or place it is ("Group", "Province"); little of what tells names apart.</summary>
    Generic,
    /// <summary>"Airport", "University": names a thing that is not the place it is named after.</summary>
    Facility,
    /// <summary>"North", "New": names another place of the same name.</summary>
    Compass,
}

/// <summary>A word of a name, ready for comparing.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Sounds">Its sounds.</param>
/// <param name="Weight">What it counts for, from 0 to 1.</param>
/// <param name="Role">How it is treated.</param>
/// <param name="Flags">What the word lists say.</param>
/// <param name="Entity">The known entity that the word alone is, or -1.</param>
/// <param name="Nickname">The nickname group of a given name, or -1.</param>
internal sealed record NameKeyWord(string Text, byte[] Sounds, float Weight, WordRole Role, NameWord Flags, int Entity, int Nickname)
{
    /// <summary>Classes of its consonants; see <see cref="SoundDistance.Classes"/>.</summary>
    public int Classes { get; } = SoundDistance.Classes(Sounds);

    /// <summary>Weight of its sounds.</summary>
    public float SoundWeight { get; } = SoundDistance.Weight(Sounds);

    public bool IsGivenName => (Flags & NameWord.GivenName) != NameWord.None;
}

/// <summary>A name prepared once for any number of comparisons. Immutable.</summary>
internal sealed class NameKey
{
    /// <summary>As written.</summary>
    public required string Text { get; init; }

    /// <summary>Its kind, or <see cref="NameKind.Other"/>.</summary>
    public required NameKind Kind { get; init; }

    /// <summary>Whether the kind rests on strong evidence (a title, a table, "town of"), so that another kind rules a match out.</summary>
    public required bool KindCertain { get; init; }

    /// <summary>Words that take part, without articles, particles, titles and connectors. Never empty unless the name has no letters.</summary>
    public required NameKeyWord[] Words { get; init; }

    /// <summary>The words' text without articles and titles, one space between: equal for plain variants.</summary>
    public required string Plain { get; init; }

    /// <summary>Known entities that go by this form; sorted.</summary>
    public required int[] Entities { get; init; }

    /// <summary>The country of which the whole name is a demonym, or -1.</summary>
    public required int Demonym { get; init; }

    /// <summary>The <see cref="NationalBody"/> the name is, or -1.</summary>
    public required int Body { get; init; }

    /// <summary>Sounds of everything written together, articles inside included: for "Abd el Karim" against "Abdelkarim".</summary>
    public required byte[] Joined
    {
        get;
        init
        {
            field = value;
            JoinedClasses = SoundDistance.Classes(value);
            JoinedWeight = SoundDistance.Weight(value);
        }
    }

    /// <summary>Classes of the consonants of <see cref="Joined"/>.</summary>
    public int JoinedClasses { get; private init; }

    /// <summary>Weight of the sounds of <see cref="Joined"/>.</summary>
    public float JoinedWeight { get; private init; }

    /// <summary>The folded letters of everything written together.</summary>
    public required string JoinedText { get; init; }

    /// <summary>The capitals of an acronym, folded ("pmu"), or null. A final s of a plural is left out.</summary>
    public string? Acronym { get; init; }

    /// <summary>First letters of the words that an acronym is made from; empty for fewer than two words.</summary>
    public required string Initials { get; init; }

    /// <summary>First letters with those of "of" and "for" ("bofa"); may equal <see cref="Initials"/>.</summary>
    public required string LongInitials { get; init; }

    /// <summary>Hash of <see cref="Plain"/>: <see cref="ArticleEntity.Key"/> where no table knows the name.</summary>
    public required uint Hash { get; init; }

    /// <summary>Whether it looks like the name of a body: a body's word or a legal form stands in it.</summary>
    public required bool LooksLikeBody { get; init; }
}
