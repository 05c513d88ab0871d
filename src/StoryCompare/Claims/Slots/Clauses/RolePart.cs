namespace StoryCompare.Claims.Slots;

/// <summary>Parts that a phrase may take in an act.</summary>
[Flags]
internal enum RolePart : byte
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Who does it.</summary>
    Who = 1,
    /// <summary>To whom or what it is done.</summary>
    Whom = 2,
    /// <summary>With what.</summary>
    With = 4,
    /// <summary>In or on what.</summary>
    In = 8,
}
