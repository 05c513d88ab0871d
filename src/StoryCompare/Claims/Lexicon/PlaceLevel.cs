namespace StoryCompare.Claims.Lexicon;

/// <summary>How large a named place is.</summary>
internal enum PlaceLevel
{
    /// <summary>A village, town or quarter, or anything of which the name tells nothing.</summary>
    Settlement,

    /// <summary>A city that the gazetteer knows.</summary>
    City,

    /// <summary>A county or district.</summary>
    County,

    /// <summary>A state, province or part of the world.</summary>
    Region,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A street.</summary>
    Street,

    /// <summary>A building or its grounds.</summary>
    Site,

    /// <summary>A water, mountain, island or coast.</summary>
    Land,
}
