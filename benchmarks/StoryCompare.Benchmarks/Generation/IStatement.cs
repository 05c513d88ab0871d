namespace StoryCompare.Benchmarks.Generation;

/// <summary>Something that outlets tell, each in its own words.</summary>
internal interface IStatement
{
    /// <summary>One sentence that tells it.</summary>
    string Tell(SeededRandom random);
}
