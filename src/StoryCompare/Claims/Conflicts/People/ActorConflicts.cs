using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different parties in one role of aligned sentences: "Chilean navy divers" against "Chilean coast guard divers".</summary>
/// <remarks>
/// Only parties under one limiting name ("Chilean …") are held against each other, and only where both are told exactly: "Chilean divers" fits either.
/// </remarks>
internal static class ActorConflicts
{
    // Tokens after the limiting name in which the party is named.
    private const int Reach = 5;

    private static readonly TermMap<int> Types = Load();

    /// <summary>Adds the actor conflicts of a story.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger)
    {
        BySentence<Parties> parties = new(story);
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            foreach (AlignedPair pair in group.Pairs)
            {
                if (story.Outlet[pair.A.Article] != story.Outlet[pair.B.Article] && story.Articles[pair.A.Article].Told(pair.A.Sentence).Overlaps(story.Articles[pair.B.Article].Told(pair.B.Sentence)))
                {
                    Compare(story, parties[pair.A] ??= Parties.Read(story, pair.A), parties[pair.B] ??= Parties.Read(story, pair.B), ledger);
                }
            }
        }
    }

    private static void Compare(StoryContext story, Parties a, Parties b, ConflictLedger ledger)
    {
        foreach ((uint limit, List<(long Type, TextSpan Span)> mine) in a.ByLimit)
        {
            if (!b.ByLimit.TryGetValue(limit, out List<(long Type, TextSpan Span)>? theirs) || mine.Exists(m => theirs.Exists(t => t.Type == m.Type)))
            {
                continue;
            }

            string x = story.Analyzed(a.At.Article).Text.String(mine[0].Span);
            string y = story.Analyzed(b.At.Article).Text.String(theirs[0].Span);
            if (AreVariants(x, y))
            {
                continue;
            }

            ledger.Add(new ConflictDraft
            {
                Kind = ConflictKind.Actor,
                Severity = Severity.Medium,
                About = story.Cite(a.At).Text,
                Explanation = $"who took part: {x} / {y}",
                Sides = [new SideDraft(x, [a.At]), new SideDraft(y, [b.At])],
                Details = [$"actor: one act, one limiting name, different parties \"{x}\" and \"{y}\""],
            });
            return;
        }
    }

    // "Central Election Commission", "Central Elections Commission": half the words or more are one.
    private static bool AreVariants(string a, string b)
    {
        string[] x = a.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] y = b.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int shared = x.Count(w => y.Any(v => Alike(w, v)));
        return shared * 2 >= Math.Min(x.Length, y.Length) && shared >= 2;
    }

    private static bool Alike(string a, string b) =>
        a.Length >= 2 && b.Length >= 2 && a.AsSpan(0, Math.Min(a.Length, b.Length) - (Math.Min(a.Length, b.Length) > 5 ? 2 : 0)).Equals(b.AsSpan(0, Math.Min(a.Length, b.Length) - (Math.Min(a.Length, b.Length) > 5 ? 2 : 0)), StringComparison.OrdinalIgnoreCase);

    private static TermMap<int> Load()
    {
        Dictionary<uint, int> types = [];
        int type = 0;
        foreach (string[] row in EmbeddedData.Rows("actor_types.tsv"))
        {
            foreach (string word in row[1].Split(' '))
            {
                types[TermHash.Of(word)] = type;
            }

            type++;
        }

        return types.ToTermMap(static p => p.Key, static p => p.Value);
    }

    /// <summary>The exactly named parties of a sentence that the outlet tells in its own voice, by the capitalised word that limits them.</summary>
    private sealed class Parties
    {
        public required SentenceRef At { get; init; }
        public SortedDictionary<uint, List<(long Type, TextSpan Span)>> ByLimit { get; } = [];

        public static Parties Read(StoryContext story, SentenceRef at)
        {
            Parties parties = new() { At = at };
            ArticleSlots article = story.Articles[at.Article];
            TokenizedText text = article.Article.Text;
            ReadOnlySpan<Token> tokens = text.TokensOf(story.Sentence(at));
            for (int i = 0; i < tokens.Length; i++)
            {
                if (!tokens[i].IsCapitalised || !tokens[i].IsContent || (tokens[i].Flags & TokenFlags.Possessive) != 0)
                {
                    continue;
                }

                int end = i + 1;
                while (end < tokens.Length && end <= i + Reach && tokens[end].IsWord && !tokens[end].IsStopWord)
                {
                    end++;
                }

                TextSpan phrase = new(tokens[i].Start, tokens[end - 1].End);
                if (end > i + 1 && !article.Attributions(at.Sentence).Any(x => x.Content.Contains(phrase)) && TypeOf(article, at.Sentence, tokens[(i + 1)..end]) is { } type)
                {
                    if (!parties.ByLimit.TryGetValue(tokens[i].Stem, out List<(long Type, TextSpan Span)>? list))
                    {
                        parties.ByLimit[tokens[i].Stem] = list = [];
                    }

                    list.Add((type, phrase));
                    i = end - 1;
                }
            }

            return parties;
        }

        // A word of the table tells the type; else an organisation's own name is a type of its own.
        private static long? TypeOf(ArticleSlots article, int sentence, ReadOnlySpan<Token> phrase)
        {
            foreach (Token t in phrase)
            {
                if (Types.TryGetValue(t.Term, out int type))
                {
                    return type;
                }
            }

            return phrase.Length >= 2 && phrase[0].IsCapitalised && article.NameAround(sentence, new TextSpan(phrase[0].Start, phrase[^1].End)) is { } name && article.Article.Names.Entities[name.Entity].Kind == NameKind.Organisation
                ? 1000L + article.GroupOf(name)
                : null;
        }
    }
}
