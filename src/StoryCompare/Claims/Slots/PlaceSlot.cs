using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>A named place and what the clause tells of it: "a dairy in Oster", "came ashore near Cape Harl".</summary>
internal sealed class PlaceSlot
{
    /// <summary>Story-wide group of the name.</summary>
    public required int Group { get; init; }

    /// <summary>The name.</summary>
    public required TextSpan Name { get; init; }

    /// <summary>The name and the words that lead up to it ("near the village of Tulin").</summary>
    public required TextSpan Phrase { get; init; }

    /// <summary>Lower-case content words before the phrase in its clause, with those right behind it.</summary>
    public required Token[] Words { get; init; }

    /// <summary>Their weights.</summary>
    public required float[] Weights { get; init; }

    /// <summary>The content word right before the phrase: what is at the place.</summary>
    public required Token Head { get; init; }

    /// <summary>Classes of the verbs before the phrase: what happens at the place.</summary>
    public required IReadOnlySet<int> Acts { get; init; }

    /// <summary>Whether a noun for what happened stands before the phrase.</summary>
    public bool IsOfEvent { get; init; }

    /// <summary>Whether it is only told to be somewhere about: "near", "outside", "off".</summary>
    public bool IsVicinity { get; init; }

    /// <summary>Whether it is where something is brought, not where it is.</summary>
    public bool IsGoal { get; init; }

    /// <summary>Whether the clause denies.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether the clause speaks of a further event or of one of several.</summary>
    public bool IsFurther { get; init; }
}
