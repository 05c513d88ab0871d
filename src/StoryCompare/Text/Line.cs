namespace StoryCompare.Text;

/// <summary>How a line looks.</summary>
[Flags]
internal enum LineTraits : ushort
{
    None = 0,
    /// <summary>Ends in a full stop, question or exclamation mark, ellipsis or danda, closing marks aside.</summary>
    Terminal = 1,
    /// <summary>Holds a finite verb form of the list.</summary>
    FiniteVerb = 2,
    /// <summary>Holds a lower-case word in "-ed".</summary>
    EdForm = 4,
    /// <summary>A blank line stands before it, or the text starts.</summary>
    BlankBefore = 8,
    /// <summary>All its words of two letters or more are in capitals.</summary>
    AllCaps = 16,
    /// <summary>Ends in a colon.</summary>
    Colon = 32,
    /// <summary>Holds a double quotation mark.</summary>
    Quote = 64,
    /// <summary>Its first word starts in lower case.</summary>
    StartsLower = 128,
    /// <summary>A word goes from lower to upper case inside ("PeruChile").</summary>
    CamelCase = 256,
    /// <summary>Ends in three dots or an ellipsis.</summary>
    Truncated = 512,
}

/// <summary>What becomes of a line.</summary>
internal enum LineRole : byte
{
    /// <summary>Not decided: kept as running text in the end.</summary>
    Open,
    /// <summary>Running text.</summary>
    Body,
    /// <summary>The headline.</summary>
    Title,
    /// <summary>A cross-heading.</summary>
    Heading,
    /// <summary>An embedded post, kept but no support.</summary>
    Embed,
    /// <summary>Dropped by <see cref="Line.Rule"/>.</summary>
    Dropped,
}

/// <summary>Why a stretch is dropped.</summary>
/// <param name="Kind">What it is, for <see cref="DroppedText.Kind"/>.</param>
/// <param name="Name">Name of the rule.</param>
internal sealed record DropRule(string Kind, string Name);

/// <summary>A line of the raw text without outer white space, its tokens and its features.</summary>
internal struct Line
{
    public int Start;
    public int End;
    public int FirstToken;
    public int TokenCount;
    /// <summary>Word tokens.</summary>
    public ushort Words;
    /// <summary>Of these: stop words.</summary>
    public ushort StopWords;
    /// <summary>Of these: capitalised.</summary>
    public ushort Capitalised;
    public LineTraits Traits;
    public LineRole Role;
    public DropRule? Rule;

    public readonly TextSpan Span => new(Start, End);
    public readonly bool IsDropped => Role == LineRole.Dropped;
    public readonly bool Has(LineTraits traits) => (Traits & traits) != LineTraits.None;
    public readonly bool IsTerminal => Has(LineTraits.Terminal);
    public readonly bool HasVerb => Has(LineTraits.FiniteVerb | LineTraits.EdForm);

    /// <summary>Evidence for a statement of the article: a verb with a full stop and four words, or a long line with a verb and function words.</summary>
    public readonly bool IsProse => (IsTerminal && HasVerb && Words >= 4) || (HasVerb && StopWords >= 3 && Words >= 14) || (IsTerminal && Words >= 20);

    /// <summary>Drops the line; the first rule wins.</summary>
    public void Drop(DropRule rule)
    {
        if (Role != LineRole.Dropped)
        {
            Role = LineRole.Dropped;
            Rule = rule;
        }
    }
}
