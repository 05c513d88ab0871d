using StoryCompare.Alignment;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Takes down what one finder finds, and knows what the finders before it found.</summary>
/// <remarks>
/// Finders run at the same time, each with a ledger of its own; what they see of each other is as if they had run one after the other:
/// <see cref="Tells"/> waits for the finders before. They are begun in order, so the first that still runs waits for nobody.
/// </remarks>
internal sealed class ConflictLedger(ConflictLedger? before)
{
    private readonly List<ConflictDraft> _conflicts = [];
    private readonly List<NotConflictDraft> _notConflicts = [];
    private readonly object _gate = new();
    private bool _closed;

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<ConflictDraft> Conflicts => _conflicts;

    /// <summary>Near misses, in order.</summary>
    public IReadOnlyList<NotConflictDraft> NotConflicts => _notConflicts;

    public void Add(ConflictDraft draft) => _conflicts.Add(draft);

    public void Add(NotConflictDraft draft) => _notConflicts.Add(draft);

    /// <summary>Whether a conflict of the kind, found so far or by a finder before, sets the two sentences, or those of one alignment group, against each other.</summary>
    public bool Tells(ConflictKind kind, SentenceRef a, SentenceRef b)
    {
        bool told = _conflicts.Exists(c => c.SetsApart(kind, a, b));
        for (ConflictLedger? other = before; other is not null && !told; other = other.Before)
        {
            other.WaitClosed();
            told = other._conflicts.Exists(c => c.SetsApart(kind, a, b));
        }

        return told;
    }

    /// <summary>Says that the finder has ended, by itself or by an exception.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private ConflictLedger? Before => before;

    private void WaitClosed()
    {
        lock (_gate)
        {
            while (!_closed)
            {
                Monitor.Wait(_gate);
            }
        }
    }
}
