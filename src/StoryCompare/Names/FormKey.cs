namespace StoryCompare.Names;

/// <summary>What one form of a name is joined by to others of its article; see <see cref="NameKey"/>, which also compares.</summary>
internal struct FormKey
{
    /// <summary>Known entities that go by this form; sorted.</summary>
    public int[] Entities;

    /// <summary>The <see cref="NationalBody"/> the name is, or -1.</summary>
    public int Body;

    /// <summary>Hash of the body or of the plain form.</summary>
    public uint Hash;

    /// <summary>Where the plain form lies among the article's letters.</summary>
    public int PlainStart;

    /// <summary>Its length.</summary>
    public int PlainLength;

    /// <summary>Whether the name has letters or digits.</summary>
    public bool HasWords;

    /// <summary>The capitals of an acronym, folded, or null.</summary>
    public string? Acronym;

    /// <summary>First letters of the words that an acronym is made from; empty for fewer than two.</summary>
    public string Initials;

    /// <summary>First letters with those of "of" and "for".</summary>
    public string LongInitials;
}
