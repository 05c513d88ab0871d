namespace StoryCompare.Clustering;

/// <summary>The countable features of one article, before weighting: for each <see cref="Channel"/> sorted term hashes with their counts.</summary>
/// <param name="Keys">Hashes, ascending and distinct inside a channel.</param>
/// <param name="Counts">How often each occurs, at most 255.</param>
/// <param name="Rarities">How rare each is in news at large (<see cref="Rarity"/>).</param>
/// <param name="Ends">End of each channel in <paramref name="Keys"/>.</param>
/// <param name="When">What is known of its time.</param>
/// <param name="Content">Hash of the words in order: equal for copies.</param>
internal sealed record ArticleSketch(uint[] Keys, byte[] Counts, byte[] Rarities, ushort[] Ends, EventTime When, ulong Content)
{
    /// <summary>Number of channels.</summary>
    public const int Channels = 7;

    public Range Of(Channel channel) => (channel == Channel.Words ? 0 : Ends[(int)channel - 1])..Ends[(int)channel];
}
