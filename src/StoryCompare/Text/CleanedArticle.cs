using System.Diagnostics.CodeAnalysis;

namespace StoryCompare.Text;

/// <summary>What the Text stage makes of one article: sentences and tokens of its own statements, and what was dropped.</summary>
internal sealed class CleanedArticle
{
    /// <summary>The raw text's sentences (title first, when it stands in the text) and tokens. Source is the article's raw text.</summary>
    public required TokenizedText Text { get; init; }
    /// <summary>The title, given or found; null when there is none. One that stands in the text is cut out when first asked for.</summary>
    public string? Title
    {
        get => field ??= TitleSpan is { } span ? Text.String(span) : null;
        init;
    }

    /// <summary>Where the title stands in the raw text; null when it was given apart or there is none.</summary>
    public TextSpan? TitleSpan { get; init; }
    /// <summary>The title tokenised on its own: Source is <see cref="Title"/> (or empty). Of one that stands in the text it is made when first asked for.</summary>
    [AllowNull]
    public TokenizedText TitleText
    {
        get => field ??= Title is { } title ? TextAnalyzer.Sentence(title) : TokenizedText.Empty;
        init;
    }

    /// <summary>Whether the title was found in the text and the text's first sentence has the very tokens of <see cref="TitleText"/>, offsets aside.</summary>
    public bool TitleIsFirstSentence { get; init; }

    /// <summary>The outlet found in the text ("Oster Radio’s website"), or null. Never the one the caller gave.</summary>
    public string? OutletInText { get; init; }
    /// <summary>Dropped stretches in text order; never overlapping each other or a sentence.</summary>
    public IReadOnlyList<DroppedText> Dropped { get; init; } = [];
    /// <summary>Place named in a dateline ("BEIRUT, LEBANON"), or null.</summary>
    public TextSpan? DatelinePlace { get; init; }
    /// <summary>ISO 639-1 code, or <c>und</c>.</summary>
    public string Language { get; init; } = "en";
    /// <summary>Subset of <c>composite</c>, <c>stub</c>, <c>live</c>, <c>correction</c>, <c>listicle</c>, <c>machineReworded</c>; ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
    /// <summary>For a composite article: index of the first sentence of its second report; else -1.</summary>
    public int CompositeBoundary { get; init; } = -1;
    /// <summary>What was noticed; article ids are filled in by the façade.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
