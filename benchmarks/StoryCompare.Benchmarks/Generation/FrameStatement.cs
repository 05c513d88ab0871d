namespace StoryCompare.Benchmarks.Generation;

/// <summary>A statement with figures, names or a quotation: a frame and what stands in its slots.</summary>
internal sealed class FrameStatement(Frame frame, IReadOnlyDictionary<string, string> values) : IStatement
{
    /// <summary>
    /// Words it in one of its ways; now and then an outlet takes another word or leaves the end to a source of its own, and one in thirty gives another figure.
    /// </summary>
    public string Tell(SeededRandom random)
    {
        bool otherFigure = random.Chance(1.0 / 30);
        string sentence = Frame.Write(random.Pick(frame.Ways), slot => slot switch
        {
            ['w', _] when random.Chance(0.25) => Vocabulary.Word(random),
            "n" or "m" or "k" when otherFigure => values[slot].Replace('2', '3').Replace('7', '8'),
            _ => values[slot],
        });
        return random.Chance(0.1) && !sentence.Contains("said", StringComparison.Ordinal) && !sentence.Contains('“', StringComparison.Ordinal) ? string.Concat(sentence.AsSpan(0, sentence.Length - 1), ", officials said.") : sentence;
    }
}
