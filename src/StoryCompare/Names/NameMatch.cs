namespace StoryCompare.Names;

/// <summary>Why two names were held for one or for two.</summary>
internal enum NameReason : byte
{
    Different,
    SameSpelling,
    CallerAlias,
    CallerApart,
    KnownAlias,
    KnownApart,
    OtherKind,
    DemonymAndCountry,
    OtherNumber,
    NationalBody,
    Acronym,
    Transliteration,
    WrittenTogether,
    Slip,
    Words,
    ShorterForm,
    SurnameOnly,
    LeftOver,
}

/// <summary>The decision on two names.</summary>
/// <param name="Same">Whether they name one thing.</param>
/// <param name="Score">In [0, 1]; 0.5 and above exactly where <paramref name="Same"/>.</param>
/// <param name="Reason">What decided.</param>
internal readonly record struct NameMatch(bool Same, float Score, NameReason Reason)
{
    /// <summary>Whether the two must not stand in one group even where a third name is like both.</summary>
    public bool IsVeto => !Same && Reason is NameReason.CallerApart or NameReason.KnownApart or NameReason.OtherKind
        or NameReason.DemonymAndCountry or NameReason.OtherNumber;

    /// <summary>The reason in words.</summary>
    public string Because => Reason switch
    {
        NameReason.SameSpelling => "same after folding case, diacritics, articles and apostrophes",
        NameReason.CallerAlias => "the caller's aliases make them one",
        NameReason.CallerApart => "the caller keeps them apart",
        NameReason.KnownAlias => "the alias table makes them one",
        NameReason.KnownApart => "the alias table knows them as two",
        NameReason.OtherKind => "one is a person, place or organisation and the other is not",
        NameReason.DemonymAndCountry => "a people is not its country",
        NameReason.OtherNumber => "their numbers differ",
        NameReason.Acronym => "one is the other's initials",
        NameReason.Transliteration => "two spellings of one sound",
        NameReason.WrittenTogether => "the same letters, divided otherwise",
        NameReason.NationalBody => "the same country's forces or government",
        NameReason.Slip => "one slip of the keyboard apart",
        NameReason.Words => "all words match",
        NameReason.ShorterForm => "one is a shorter form of the other",
        NameReason.SurnameOnly => "one is the last word of the other",
        NameReason.LeftOver => "words of one have no match in the other",
        _ => "they sound different",
    };

    public static NameMatch Yes(float score, NameReason reason) => new(true, Math.Clamp(score, 0.5f, 1), reason);

    public static NameMatch No(float score, NameReason reason) => new(false, Math.Clamp(score, 0, 0.49f), reason);
}
