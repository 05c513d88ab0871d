using System.Text;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>A clause without any fixed wording.</summary>
/// <param name="Actor">A person or body; null for none.</param>
/// <param name="Words">The content words, in the order of the original wording.</param>
/// <param name="Place">Where; null for none.</param>
internal sealed record ProseClause(string? Actor, string[] Words, string? Place);

/// <summary>A statement of plain prose. Each telling chooses its own function words, takes a quarter of its content words anew, turns the clauses round and leaves something out.</summary>
internal sealed class ProseStatement(ProseClause[] clauses) : IStatement
{
    private const double OtherWord = 0.25;

    private static readonly string[] Glue = ["the", "a", "of the", "in the", "for", "and the", "with", "on", "to the", "from", "by a", "that", "was", "had", "is", "at the", "its", "their", "would", "which", "into", "over", "were", "this", "about", "who", "no", "more", "some", "has been", "as", "under the"];
    private static readonly string[] Links = [", while ", ", but ", " because ", " after ", ", and ", "; ", " when ", ", so "];
    private static readonly string[] In = [" in ", " near ", " outside ", " from "];

    public string Tell(SeededRandom random)
    {
        StringBuilder text = new(160);
        int first = random.Next(clauses.Length);
        for (int c = 0; c < clauses.Length; c++)
        {
            // A long statement is told in part by every fifth outlet.
            if (c > 1 && random.Chance(0.2))
            {
                break;
            }

            text.Append(c == 0 ? "" : random.Pick(Links));
            Write(clauses[(first + c) % clauses.Length], text, random);
        }

        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append('.').ToString();
    }

    private static void Write(ProseClause clause, StringBuilder text, SeededRandom random)
    {
        text.Append(clause.Actor ?? random.Pick(Glue));
        int from = random.Next(clause.Words.Length);
        bool turned = random.Chance(0.3);
        for (int w = 0; w < clause.Words.Length; w++)
        {
            string word = clause.Words[turned ? (from + w) % clause.Words.Length : w];
            text.Append(' ').Append(random.Chance(OtherWord) ? Vocabulary.Word(random) : word);
            if (random.Chance(0.6))
            {
                text.Append(' ').Append(random.Pick(Glue));
            }
        }

        if (clause.Place is not null)
        {
            text.Append(random.Pick(In)).Append(clause.Place);
        }
    }
}
