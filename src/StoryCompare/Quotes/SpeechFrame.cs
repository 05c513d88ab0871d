using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>What sort of cue a frame rests on.</summary>
internal enum CueKind : byte
{
    Said,
    Written,
    Shown,
    /// <summary>"quoted X as saying", "citing X", "according to X".</summary>
    Cited,
    /// <summary>"reportedly", "was said to": nobody is named.</summary>
    Hedged,
}

/// <summary>A cue with its source: one clause of attribution. Made by <see cref="SpeechFrames"/>.</summary>
internal sealed class SpeechFrame
{
    public int Sentence { get; private set; }
    /// <summary>First token of the cue.</summary>
    public int Cue { get; private set; }
    public int CueEnd { get; private set; }
    public CueKind Kind { get; private set; }
    public NounPhrase Source { get; set; }
    /// <summary>First token of the whole clause: subject with its appositions, or the cue.</summary>
    public int First { get; private set; }
    /// <summary>One past the clause's last token: what follows is what is said, unless the clause ends it.</summary>
    public int End { get; set; }
    public TextSpan? Channel { get; set; }
    /// <summary>The clause stands after what it attributes ("P, X said").</summary>
    public bool Trailing { get; set; }
    /// <summary>It only leads to the quotation that opens the next sentence: nothing of its own sentence is attributed.</summary>
    public bool Leads { get; set; }
    /// <summary>The source's words, and the name they stand for.</summary>
    public TextSpan SourceSpan { get; set; }
    public string? SourceName { get; set; }
    public SourceSort Sort { get; set; }
    public byte Gender { get; set; }

    /// <summary>Makes it another clause; what is not given is unknown.</summary>
    public void Set(int sentence, int cue, int cueEnd, CueKind kind, NounPhrase source, int first, int end)
    {
        (Sentence, Cue, CueEnd, Kind, Source, First, End) = (sentence, cue, cueEnd, kind, source, first, end);
        (Channel, Trailing, Leads, SourceSpan, SourceName, Sort, Gender) = (null, false, false, default, null, default, 0);
    }
}
