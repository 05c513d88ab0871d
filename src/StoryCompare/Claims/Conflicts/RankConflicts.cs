using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one office of one person at different ranks: "the associate director, Lena Fosk", "Fosk was deputy associate director".</summary>
/// <remarks>Always low: outlets shorten a title. Only where no article tells both ranks. Linear in the story's names.</remarks>
internal static class RankConflicts
{
    // Tokens before a name, behind its comma, and behind a verb of being after it, in which the office stands.
    private const int Before = 5;
    private const int Behind = 7;

    private static readonly FrozenSet<uint> Offices = Stems("director|president|minister|chairman|chairwoman|chair|editor|manager|secretary|governor|commissioner|professor|producer|superintendent|principal|coach|commander|sheriff|mayor|coroner|ambassador|treasurer|chancellor|provost|dean|warden|inspector|marshal|administrator");
    private static readonly FrozenSet<uint> Ranks = Stems("deputy|vice|associate|assistant|acting|interim");
    private static readonly FrozenSet<uint> Being = TermHash.SetOf("was", "is", "as", "became", "been", "then", "the", "an", "a", "worked", "served", "serving", "named", "appointed");
    private static readonly FrozenSet<uint> Of = TermHash.SetOf("of", "at", "for", "to", "by", "told", "asked");

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger)
    {
        foreach (IGrouping<(int Person, uint Office), Holding> same in story.Statements().SelectMany(at => Read(story, at)).GroupBy(static h => (h.Person, h.Office)).OrderBy(static g => g.Key))
        {
            Holding[] all = [.. same];
            Holding? other = Array.Find(all, h => h.Rank != all[0].Rank && story.Outlet[h.At.Article] != story.Outlet[all[0].At.Article]);
            if (other is not null && !Array.Exists(all, h => Array.Exists(all, g => g.At.Article == h.At.Article && g.Rank != h.Rank)))
            {
                Write(story, all, all[0], other, ledger);
            }
        }
    }

    private static List<Holding> Read(StoryContext story, SentenceRef at)
    {
        List<Holding> found = [];
        ArticleSlots article = story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(story.Sentence(at));
        foreach (NameMention name in article.Names(at.Sentence))
        {
            if (article.Article.Names.Entities[name.Entity].Kind != NameKind.Person)
            {
                continue;
            }

            (int first, int end) = FigureSlotReader.TokensOf(tokens, name.Span);
            int office = first - 1;
            bool leads = office >= 0 && Offices.Contains(tokens[office].Stem);
            for (int i = end; !leads && i < Math.Min(tokens.Length, end + Behind) && !Of.Contains(tokens[i].Term); i++)
            {
                bool joins = Being.Contains(tokens[i].Term) || Ranks.Contains(tokens[i].Stem) || (i == end && text.Source[tokens[i].Start] == ',');
                leads = Offices.Contains(tokens[i].Stem);
                office = i;
                if (!leads && !joins)
                {
                    break;
                }
            }

            if (leads)
            {
                found.Add(ReadOne(text, tokens, at, article.GroupOf(name), office));
            }
        }

        return found;
    }

    private static Holding ReadOne(TokenizedText text, ReadOnlySpan<Token> tokens, SentenceRef at, int person, int office)
    {
        int from = office;
        string rank = "";
        while (from > 0 && office - from < Before && (Ranks.Contains(tokens[from - 1].Stem) || text.Source[tokens[from - 1].Start] == '-'))
        {
            from--;
            rank = tokens[from].IsWord ? text.String(tokens[from].Span).ToLowerInvariant() + " " + rank : rank;
        }

        return new Holding(at, person, tokens[office].Stem, rank, new TextSpan(tokens[from].Start, tokens[office].End));
    }

    private static void Write(StoryContext story, Holding[] all, Holding a, Holding b, ConflictLedger ledger)
    {
        string x = story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = story.Analyzed(b.At.Article).Text.String(b.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = story.Cite(a.At).Text,
            Explanation = $"which office: {x} / {y}",
            Sides = [new SideDraft(x, [.. all.Where(h => h.Rank == a.Rank).Select(static h => h.At)]), new SideDraft(y, [.. all.Where(h => h.Rank == b.Rank).Select(static h => h.At)])],
            Details = [$"actor: one person as \"{x}\" and as \"{y}\", one office at two ranks; no article tells both; low, since titles are shortened"],
        });
    }

    private static FrozenSet<uint> Stems(string words) => words.Split('|').Select(WordTable.StemOf).ToFrozenSet();

    private sealed record Holding(SentenceRef At, int Person, uint Office, string Rank, TextSpan Span);
}
