namespace StoryCompare;

/// <summary>Coarse type of a name.</summary>
public enum NameKind
{
    /// <summary>Not decided.</summary>
    Other,
    /// <summary>A person.</summary>
    Person,
    /// <summary>A place.</summary>
    Place,
    /// <summary>An organisation, armed group, agency, broadcaster or company.</summary>
    Organisation,
}
