using System.Collections;
using StoryCompare.Alignment;

namespace StoryCompare.Claims.Findings;

/// <summary>The word diff of two texts, made when it is first read: most readers of a report never ask, and it was an eighth of the time of claims.</summary>
/// <remarks>Safe for several threads: whichever makes it first, the steps are the same.</remarks>
internal sealed class DiffWhenRead(string a, string b) : IReadOnlyList<DiffOp>
{
    private IReadOnlyList<DiffOp>? _steps;

    public int Count => Steps.Count;

    private IReadOnlyList<DiffOp> Steps => _steps ??= WordDiff.Compare(a, b);

    public DiffOp this[int index] => Steps[index];

    public IEnumerator<DiffOp> GetEnumerator() => Steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
