namespace StoryCompare.Clustering;

/// <summary>A field of an article that is compared on its own.</summary>
internal enum Channel
{
    /// <summary>Stems of all content words and numbers.</summary>
    Words,
    /// <summary>Pairs of neighbouring content words.</summary>
    Bigrams,
    /// <summary>Capitalised words and runs inside sentences, and the names the analysis found.</summary>
    Names,
    /// <summary>Content words of the headline; empty when there is none.</summary>
    Title,
    /// <summary>Content words of the headline and the first sentences.</summary>
    Lead,
    /// <summary>Content words of the lead that are neither names nor numbers: what happened.</summary>
    Act,
    /// <summary>Numbers with the word they count.</summary>
    Numbers,
}
