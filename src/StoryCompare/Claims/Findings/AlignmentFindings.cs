using StoryCompare.Alignment;

namespace StoryCompare.Claims.Findings;

/// <summary>Turns alignment groups into findings with word diffs.</summary>
internal static class AlignmentFindings
{
    /// <summary>One finding a group, in the groups' order.</summary>
    public static IReadOnlyList<AlignedSentences> Write(StoryContext story)
    {
        List<AlignedSentences> found = [];
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            IReadOnlyList<Provenance> spans = story.Cite(group.Members);
            List<AlignmentDiff> diffs = [];
            for (int i = 1; i < spans.Count; i++)
            {
                if (spans[0].Text.Length <= WordDiff.Longest && spans[i].Text.Length <= WordDiff.Longest)
                {
                    diffs.Add(new AlignmentDiff(0, i, new DiffWhenRead(spans[0].Text, spans[i].Text)));
                }
            }

            AlignedPair closest = group.Pairs.OrderByDescending(static p => p.Score).ThenBy(static p => p.A.Article).ThenBy(static p => p.A.Sentence).ThenBy(static p => p.B.Article).ThenBy(static p => p.B.Sentence).First();
            found.Add(new AlignedSentences(story.IdOf('a', found.Count), closest.Kind, Math.Round(group.Pairs.Average(static p => p.Score), 4), spans, diffs));
        }

        return found;
    }
}
