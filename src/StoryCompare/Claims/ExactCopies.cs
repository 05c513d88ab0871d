using StoryCompare.Alignment;
using StoryCompare.Syndication;

namespace StoryCompare.Claims;

/// <summary>Articles of a story with exactly the same text: conflicts are looked for among one of each, and the others are added as evidence.</summary>
/// <remarks>A text printed twice says nothing more than once; without this an article that contradicts itself would contradict its copy too.</remarks>
internal sealed class ExactCopies
{
    private readonly Dictionary<string, List<string>> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);
    private readonly int[] _kept;

    /// <summary>Finds the copies. Of each text the earliest article is kept, of undated ones the first by id.</summary>
    public ExactCopies(StoryInput input)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        foreach (int a in Enumerable.Range(0, input.Articles.Count).OrderBy(a => input.Articles[a].Published.From ?? DateOnly.MaxValue).ThenBy(static a => a))
        {
            string id = input.Articles[a].Id;
            _order[id] = a;
            if (first.TryAdd(input.Articles[a].Article.Text, a))
            {
                continue;
            }

            string original = input.Articles[first[input.Articles[a].Article.Text]].Id;
            if (!_copies.TryGetValue(original, out List<string>? list))
            {
                _copies[original] = list = [];
            }

            list.Add(id);
        }

        _kept = [.. first.Values.Order()];
    }

    /// <summary>Whether there are any.</summary>
    public bool Any => _copies.Count > 0;

    /// <summary>The story without its copies.</summary>
    public StoryInput Without(StoryInput input)
    {
        int[] place = new int[input.Articles.Count];
        Array.Fill(place, -1);
        for (int i = 0; i < _kept.Length; i++)
        {
            place[_kept[i]] = i;
        }

        List<AlignmentGroup> groups = [];
        foreach (AlignmentGroup group in input.Alignments)
        {
            SentenceRef[] members = [.. group.Members.Where(m => place[m.Article] >= 0).Select(m => m with { Article = place[m.Article] })];
            if (members.Select(static m => m.Article).Distinct().Count() > 1)
            {
                groups.Add(new AlignmentGroup(members, [.. group.Pairs.Where(p => place[p.A.Article] >= 0 && place[p.B.Article] >= 0).Select(p => p with { A = p.A with { Article = place[p.A.Article] }, B = p.B with { Article = place[p.B.Article] } })]));
            }
        }

        return input with
        {
            Articles = [.. _kept.Select(k => input.Articles[k])],
            NameGroups = [.. _kept.Select(k => input.NameGroups[k])],
            Dependence = new Dependence { Groups = input.Dependence.Groups, Lines = [.. _kept.Select(k => input.Dependence.Lines[k])] },
            Alignments = groups,
        };
    }

    /// <summary>The conflicts with the copies as further evidence. What one article says against itself stays its own.</summary>
    public IReadOnlyList<Conflict> WithCopies(IReadOnlyList<Conflict> conflicts) =>
        [.. conflicts.Select(c => c.Internal ? c : c with { Sides = [.. c.Sides.Select(s => s with { Evidence = WithCopies(s.Evidence) })] })];

    private IReadOnlyList<Provenance> WithCopies(IReadOnlyList<Provenance> evidence) =>
        [.. evidence.SelectMany(e => _copies.TryGetValue(e.Article, out List<string>? copies) ? copies.Select(c => e with { Article = c }).Prepend(e) : [e]).OrderBy(e => _order[e.Article]).ThenBy(static e => e.Span.Start)];
}
