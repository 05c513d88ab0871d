namespace StoryCompare.Clustering.Live;

/// <summary>How many held texts have each feature: a table that grows with what is held. A function of the held texts and its size alone.</summary>
internal sealed class LiveStatistics
{
    /// <summary>A table of so many slots for each text it is made for; it grows when there are half as many.</summary>
    private const int Slots = 64;
    private const int MostSlots = 1 << 26;

    public TermStatistics Table { get; private set; } = new(1, blendByAdded: true);

    /// <summary>Slots of the table.</summary>
    public int Size => Table.Slots;

    /// <summary>Weighs an article with itself counted. What is counted is what the vectors keep, so that it can be taken out again.</summary>
    public ArticleVectors Weigh(ArticleSketch sketch)
    {
        Table.Add(sketch);
        ArticleVectors vectors = ArticleVectors.Weigh(sketch, Table);
        Table.Remove(sketch);
        return vectors;
    }

    public void Add(ArticleVectors vectors) => Table.Count(vectors, 1);

    public void Remove(ArticleVectors vectors) => Table.Count(vectors, -1);

    /// <summary>Makes room for one more text, counting <paramref name="held"/> again when the table grows.</summary>
    public void Reserve(int texts, IEnumerable<HeldText> held)
    {
        if (texts * (Slots / 2) >= Size && Size < MostSlots)
        {
            Rebuild(Size * 2, held);
        }
    }

    /// <summary>A table of a given size, counted anew.</summary>
    public void Rebuild(int size, IEnumerable<HeldText> held)
    {
        Table = new TermStatistics(size / Slots, blendByAdded: true);
        foreach (HeldText text in held)
        {
            Table.Count(text.Vectors, 1);
        }
    }
}
