using System.Globalization;
using System.Text.Json;
using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>What a row of the pair set says.</summary>
/// <param name="SameEvent">The articles tell of one event.</param>
/// <param name="Shared">Events that both sentences tell.</param>
/// <param name="InA">Events of the first.</param>
/// <param name="InB">Events of the second.</param>
/// <param name="LengthRatio">Shorter over longer, in words.</param>
/// <param name="Overlap">Share of words in common.</param>
internal readonly record struct PairLabels(bool SameEvent, int Shared, int InA, int InB, float LengthRatio, float Overlap)
{
    /// <summary>Most of what the one tells, the other tells, and more than one thing: a single event in common is most often what the whole story is about.</summary>
    public bool IsOneStatement => Shared >= 2 && 3 * Shared >= InA + InB;

    /// <summary>Of one event and alike enough in length and words that the question is a fair one: paraphrases are looked for among such pairs.</summary>
    public bool IsComparable => SameEvent && LengthRatio >= 0.55f && Overlap >= 0.3f;
}

/// <summary>The measured pairs of a set of aligned documents.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Examples">Candidate pairs that are judged.</param>
/// <param name="Where">For each: document, sentence, sentence.</param>
/// <param name="Gold">Aligned pairs, found as candidates or not.</param>
internal sealed record DocumentExamples(string Name, List<Example> Examples, List<(int Row, int I, int J)> Where, int Gold);

/// <summary>Measures the labelled sets.</summary>
internal static class TrainingExamples
{
    /// <summary>The pairs, in their articles; labels are left to the caller.</summary>
    public static List<Example> Pairs(string path, string documents, out List<PairLabels> labels)
    {
        PairContexts contexts = new(documents);
        List<Example> examples = [];
        labels = [];
        foreach (JsonElement row in TaskArguments.Rows(path))
        {
            string id = row.GetProperty("id").GetString()!;
            float[] f = new float[PairFeatures.Count];
            if (contexts.Measure(row.GetProperty("a").GetString()!, row.GetProperty("b").GetString()!, id, f))
            {
                examples.Add(new Example(f, false, 1, id[..id.IndexOf('_', StringComparison.Ordinal)]));
                labels.Add(new PairLabels(row.GetProperty("same_event").GetBoolean(), row.GetProperty("k").GetInt32(), row.GetProperty("ka").GetInt32(), row.GetProperty("kb").GetInt32(), f[(int)PairFeature.LengthRatio], f[(int)PairFeature.WordDice]));
            }
        }

        return examples;
    }

    /// <summary>The candidate pairs of aligned documents; ECB+ rows count as aligned when they share two events.</summary>
    public static DocumentExamples Aligned(string path)
    {
        DocumentExamples set = new(Path.GetFileNameWithoutExtension(path), [], [], 0);
        int gold = 0;
        int number = 0;
        foreach (DocumentRow row in AlignmentRows.Documents(path))
        {
            HashSet<(int I, int J)> aligned = row.Strong ?? row.Aligned;
            gold += aligned.Count;
            ArticleContext[] articles = ArticleContext.OfStory([
                [.. AlignmentRows.Texts(row.A).Select(SentenceSource.InStory)],
                [.. AlignmentRows.Texts(row.B).Select(SentenceSource.InStory)]], new ParallelOptions());
            StoryIndex index = new(articles);
            StoryScorer.Measure(articles, index, index.Candidates(new ParallelOptions()), (pair, features) =>
            {
                int i = pair.A;
                int j = pair.B - row.A.Length;
                if (row.JudgedA?.Contains(i) != false && row.JudgedB?.Contains(j) != false)
                {
                    set.Examples.Add(new Example(features.ToArray(), aligned.Contains((i, j)), 1, row.Topic));
                    set.Where.Add((number, i, j));
                }
            }, CancellationToken.None);
            number++;
        }

        return set with { Gold = gold };
    }

    /// <summary>All examples: the first set at full weight, each other one at half as much again in all.</summary>
    /// <remarks>The first set labels alignments, in four topics; ECB+ labels shared events, which is looser, in many.</remarks>
    public static List<Example> Join(List<DocumentExamples> sets) =>
        [.. sets.SelectMany((s, n) => s.Examples.Select(e => e with { Weight = n == 0 ? 1 : 1.5 * sets[0].Examples.Count / s.Examples.Count }))];

    /// <summary>Writes the measured pairs, for inspection.</summary>
    public static void Write(string path, List<Example> examples, List<PairLabels> labels) =>
        Write(path, examples, examples.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{labels[i].Shared}\t{labels[i].InA},{labels[i].InB},0,{(labels[i].SameEvent ? 1 : 0)}\t0\t0\t0")));

    /// <summary>Writes the measured pairs, for inspection.</summary>
    public static void Write(string path, DocumentExamples set) =>
        Write(path, set.Examples, set.Where.Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"{(set.Examples[i].Positive ? 1 : 0)}\t0\t{w.Row}\t{w.I}\t{w.J}")));

    private static void Write(string path, List<Example> examples, IEnumerable<string> heads)
    {
        IEnumerable<string> rows = heads.Zip(examples, static (head, e) => e.Topic + "\t" + head + "\t" + string.Join('\t', e.Features.Select(static f => f.ToString("0.#####", CultureInfo.InvariantCulture))));
        File.WriteAllLines(path, rows.Prepend("topic\tlabel\tstrong\trow\ti\tj\t" + string.Join('\t', Enumerable.Range(0, PairFeatures.Count).Select(static k => ((PairFeature)k).ToString()))));
    }
}
