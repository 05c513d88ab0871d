using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Lists that one article after the other is put together in.</summary>
internal sealed class SentenceRoom : IDisposable
{
    public PooledList<Sentence> Sentences { get; } = new(64);

    public PooledList<DroppedText> Dropped { get; } = new(16);

    /// <summary>Of the sentences of one line.</summary>
    public List<TextSpan> Spans { get; } = [];

    public void Dispose()
    {
        Sentences.Dispose();
        Dropped.Dispose();
    }
}
