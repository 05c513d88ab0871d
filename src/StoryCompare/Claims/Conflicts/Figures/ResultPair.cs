using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>What a pair of numbers is.</summary>
internal enum ResultKind
{
    /// <summary>Those for and against.</summary>
    Vote,
    /// <summary>The final score of a match.</summary>
    Score,
    /// <summary>Somebody's wins and losses.</summary>
    Record,
}

/// <summary>A pair of numbers that tells one result: a vote, a final score, wins and losses.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Kind">What it is.</param>
/// <param name="First">The number told first.</param>
/// <param name="Second">The other.</param>
/// <param name="Span">Both.</param>
/// <param name="Holder">Of a record: the group of whose it is; -1 where no name tells.</param>
/// <param name="Bodies">Of a vote: the words for those who vote.</param>
/// <param name="Outcome">Of a vote: 1 carried, -1 lost, 0 not told.</param>
internal sealed record ResultPair(SentenceRef At, ResultKind Kind, double First, double Second, TextSpan Span, int Holder, uint[] Bodies, int Outcome)
{
    /// <summary>Whether both tell one result; a vote or score is the same whoever is told first.</summary>
    public bool IsSame(ResultPair other) => (First == other.First && Second == other.Second) || (Kind != ResultKind.Record && First == other.Second && Second == other.First);
}
