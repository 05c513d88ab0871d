namespace StoryCompare.Quotes;

/// <summary>The clauses of attribution of a text in text order, in objects that serve one text after the other.</summary>
internal sealed class SpeechFrames
{
    // A text that speaks more often leaves no more than so many behind.
    private const int MostKept = 256;

    private readonly List<SpeechFrame> _inOrder = [];
    private readonly List<SpeechFrame> _made = [];
    private int _used;

    public int Count => _inOrder.Count;

    public SpeechFrame this[int index] => _inOrder[index];

    /// <summary>Makes a clause, which is not added yet.</summary>
    public SpeechFrame Make(int sentence, int cue, int cueEnd, CueKind kind, NounPhrase source, int first, int end)
    {
        if (_used == _made.Count)
        {
            _made.Add(new SpeechFrame());
        }

        SpeechFrame frame = _made[_used++];
        frame.Set(sentence, cue, cueEnd, kind, source, first, end);
        return frame;
    }

    /// <summary>Makes a clause that names nobody ("reportedly").</summary>
    public SpeechFrame MakeHedge(int sentence, int cue) => Make(sentence, cue, cue + 1, CueKind.Hedged, NounPhrase.None, cue, cue + 1);

    public void Add(SpeechFrame frame) => _inOrder.Add(frame);

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        _inOrder.Clear();
        _used = 0;
        if (_made.Count > MostKept)
        {
            _made.RemoveRange(MostKept, _made.Count - MostKept);
        }
    }
}
