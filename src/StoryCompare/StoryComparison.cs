using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare;

/// <summary>Compares the articles of one story, within the bounds of the options.</summary>
internal static class StoryComparison
{
    /// <summary>The story's findings. What a bound leaves out is said in <see cref="StoryFindings.LeftOut"/>.</summary>
    public static StoryFindings Compare(string id, IReadOnlyList<AnalyzedArticle> articles, StoryCompareOptions options, CancellationToken cancellationToken)
    {
        int most = options.Comparison.MaxStoryArticles;
        IReadOnlyList<AnalyzedArticle> compared = articles.Count <= most ? articles : [.. articles.Take(most)];
        List<Diagnostic> leftOut = [];
        int[][] nameGroups = [];
        IReadOnlyList<AlignmentGroup> alignments = [];
        Dependence dependence = new();
        IReadOnlyList<AnalyzedArticle> dated = compared;
        Together.Run(Together.Threads(options.MaxDegreeOfParallelism, cancellationToken),
        [
            () =>
            {
                nameGroups = NameFolding.Fold([.. compared.Select(static a => a.Names)], options.Names);
                alignments = SentenceAligner.Align(compared, nameGroups, options, cancellationToken);
            },
            () => dependence = SyndicationFinder.Find(compared, options, cancellationToken),
            () => dated = DateTransfer.Apply(compared),
        ]);
        alignments = Bound(id, alignments, options.Comparison.MaxAlignments, leftOut);
        StoryFindings findings = ClaimComparer.Compare(new StoryInput(id, dated, nameGroups, dependence, alignments, options), cancellationToken);
        if (compared.Count < articles.Count)
        {
            AnalyzedArticle[] rest = [.. articles.Skip(most)];
            leftOut.Insert(0, new Diagnostic("story-too-large", DiagnosticSeverity.Warning, null, string.Create(CultureInfo.InvariantCulture, $"Story {id} has {articles.Count} articles; the {rest.Length} from '{rest[0].Id}' on belong to it but were not compared.")));
            findings = new StoryFindings(
                findings.Story with { Articles = [.. articles.Select(static a => a.Id)] },
                [.. findings.Published, .. rest.Select(static a => a.Published)],
                [.. findings.Flags, .. rest.Select(static _ => (IReadOnlyList<string>)[])]);
        }

        return WithReworded(findings, compared, dependence.Reworded) with { LeftOut = [.. leftOut, .. dependence.Reworded.Select(r => new Diagnostic("machine-reworded", DiagnosticSeverity.Info, compared[r.Article].Id, r.Reason, r.Span))] };
    }

    private static StoryFindings WithReworded(StoryFindings findings, IReadOnlyList<AnalyzedArticle> articles, IReadOnlyList<Rewording> reworded)
    {
        if (reworded.Count == 0)
        {
            return findings;
        }

        HashSet<string> ids = [.. reworded.Select(r => articles[r.Article].Id)];
        return findings with { Flags = [.. findings.Flags.Select((f, i) => i < articles.Count && ids.Contains(articles[i].Id) ? [.. f, "machineReworded"] : f)] };
    }

    // The groups of most members, in text order.
    private static IReadOnlyList<AlignmentGroup> Bound(string id, IReadOnlyList<AlignmentGroup> groups, int most, List<Diagnostic> leftOut)
    {
        if (groups.Count <= most)
        {
            return groups;
        }

        leftOut.Add(new Diagnostic("too-many-alignments", DiagnosticSeverity.Warning, null, string.Create(CultureInfo.InvariantCulture, $"Story {id} has {groups.Count} groups of aligned sentences; the {groups.Count - most} with the fewest members were left out.")));
        int[] kept = [.. Enumerable.Range(0, groups.Count).OrderByDescending(g => groups[g].Members.Count).ThenBy(static g => g).Take(most).Order()];
        return [.. kept.Select(g => groups[g])];
    }
}
