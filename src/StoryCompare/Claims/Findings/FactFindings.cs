using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;
using StoryCompare.Quotes;
using StoryCompare.Syndication;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Writes alignment groups of two outlets or more as agreed facts.</summary>
internal static class FactFindings
{
    /// <summary>Least share of the closest pair's score; from reading the facts of the development stories.</summary>
    private const double CoreShare = 0.55;

    // Share of a headline's weight in another fact that makes it that fact told again; by judgement.
    private const double HeadlineRepeated = 0.5;

    /// <summary>Agreed facts; those of more outlets first, then in text order.</summary>
    /// <param name="story">The story.</param>
    /// <param name="conflicts">Its conflicts: a side that touches a fact's evidence makes the other sides dissent.</param>
    public static IReadOnlyList<AgreedFact> Write(StoryContext story, IReadOnlyList<Conflict> conflicts)
    {
        List<(SentenceRef[] Members, int Outlets, string Text)> facts = [];
        Dictionary<string, int> byText = new(StringComparer.Ordinal);
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            SentenceRef[] members = Core(group, m => story.Articles[m.Article].IsStatement(m.Sentence) && !IsStub(story.Analyzed(m.Article)));
            int outlets = story.CountOutlets(members.Select(static m => m.Article));
            if (outlets < 2)
            {
                continue;
            }

            // A sentence stands in several groups: what it shows best is one fact, whoever supports it.
            string text = story.Cite(Clearest(story, members)).Text;
            if (byText.TryGetValue(text, out int known))
            {
                SentenceRef[] all = [.. facts[known].Members.Union(members)];
                facts[known] = (all, story.CountOutlets(all.Select(static m => m.Article)), text);
            }
            else
            {
                byText[text] = facts.Count;
                facts.Add((members, outlets, text));
            }
        }

        facts.RemoveAll(f => Array.TrueForAll(f.Members, m => story.Sentence(m).Kind == SentenceKind.Title) && facts.Exists(other => other != f && Repeats(story, f.Members, other.Members)));
        List<AgreedFact> found = [];
        foreach ((SentenceRef[] members, int outlets, string text) in facts.Select(static (f, i) => (f, i)).OrderByDescending(static x => x.f.Outlets).ThenBy(static x => x.i).Select(static x => x.f))
        {
            OriginCount origins = Origins.Count(story.Input.Articles, story.Input.Dependence, [.. members.Select(static m => (m.Article, m.Sentence))], story.Input.NameGroups);
            IReadOnlyList<Provenance> evidence = story.Cite(members);
            found.Add(new AgreedFact(story.IdOf('f', found.Count), text, outlets, Math.Max(1, origins.Count), origins.Names, evidence, Dissent(evidence, conflicts)));
        }

        return found;
    }

    // Whether the texts say what their headlines say: a fact of the same articles that holds the headline's words.
    private static bool Repeats(StoryContext story, SentenceRef[] headlines, SentenceRef[] others)
    {
        SentenceRef clearest = Clearest(story, others);
        if (story.Sentence(clearest).Kind == SentenceKind.Title || !Array.TrueForAll(headlines, h => Array.Exists(others, o => o.Article == h.Article)))
        {
            return false;
        }

        SlotWord[] said = story.Slots(clearest).Words;
        SentenceSlots headline = story.Slots(Clearest(story, headlines));
        return headline.Words.Where(w => Array.Exists(said, v => v.Stem == w.Stem)).Sum(static w => w.Weight) >= HeadlineRepeated * headline.Weight;
    }

    /// <summary>
    /// The members that say the same as the group's closest pair, not only something near it: those whose score with either side is at least
    /// <see cref="CoreShare"/> of the pair's. A loose member would lend a fact its outlets and its sources.
    /// </summary>
    private static SentenceRef[] Core(AlignmentGroup group, Func<SentenceRef, bool> isStatement)
    {
        AlignedPair best = default;
        foreach (AlignedPair pair in group.Pairs)
        {
            if (pair.Score > best.Score && isStatement(pair.A) && isStatement(pair.B))
            {
                best = pair;
            }
        }

        HashSet<SentenceRef> core = [];
        foreach (AlignedPair pair in group.Pairs)
        {
            bool touches = pair.A == best.A || pair.A == best.B || pair.B == best.A || pair.B == best.B;
            if (touches && pair.Score >= CoreShare * best.Score && isStatement(pair.A) && isStatement(pair.B))
            {
                core.Add(pair.A);
                core.Add(pair.B);
            }
        }

        return [.. group.Members.Where(core.Contains)];
    }

    /// <summary>The sentence that shows a claim best: running text, plainly asserted, unquoted, whole; among these the shortest.</summary>
    public static SentenceRef Clearest(StoryContext story, IEnumerable<SentenceRef> members) =>
        members.OrderBy(m => Murk(story, m)).ThenBy(m => story.Sentence(m).Span.Length).ThenBy(static m => m.Article).ThenBy(static m => m.Sentence).First();

    private static int Murk(StoryContext story, SentenceRef at)
    {
        ArticleSlots article = story.Articles[at.Article];
        Sentence sentence = story.Sentence(at);
        ReadOnlySpan<char> text = article.Article.Text.Chars(sentence.Span);
        int murk = sentence.Kind == SentenceKind.Body ? 0 : 4;
        murk += sentence.TokenCount is >= 6 and <= 60 ? 0 : 4;
        murk += text[^1] is '.' or '\u201D' or '"' ? 0 : 2;
        murk += article[at.Sentence].Certainty is Certainty.Asserted or Certainty.Planned ? 0 : 2;
        murk += IsHalfQuoted(text) ? 2 : 0;
        murk += text.ContainsAnyInRange('a', 'z') ? 0 : 1;
        return murk + (IsQuoted(article.Article, sentence) ? 3 : 0);
    }

    // A quotation of two sentences, cut between them.
    private static bool IsHalfQuoted(ReadOnlySpan<char> text) => text.Count('\u201C') != text.Count('\u201D') || text.Count('"') % 2 != 0;

    // A teaser is the head of a text that nobody can check here: it never counts as support.
    private static bool IsStub(AnalyzedArticle article) => article.Cleaned.Flags.Contains("stub");

    private static bool IsQuoted(AnalyzedArticle article, in Sentence sentence)
    {
        foreach (QuoteMention q in article.Quotes.Quotes)
        {
            if (q.Span.Overlaps(sentence.Span) && q.Kind != QuotationKind.Partial)
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<Provenance> Dissent(IReadOnlyList<Provenance> evidence, IReadOnlyList<Conflict> conflicts)
    {
        List<Provenance> dissent = [];
        foreach (Conflict c in conflicts)
        {
            if (c.Severity == Severity.Low || c.Kind is ConflictKind.Attribution or ConflictKind.Quotation)
            {
                continue;
            }

            int touched = -1;
            for (int s = 0; s < c.Sides.Count && touched < 0; s++)
            {
                touched = c.Sides[s].Evidence.Any(evidence.Contains) ? s : -1;
            }

            for (int s = 0; touched >= 0 && s < c.Sides.Count; s++)
            {
                if (s != touched)
                {
                    dissent.AddRange(c.Sides[s].Evidence.Where(e => !evidence.Contains(e) && !dissent.Contains(e)));
                }
            }
        }

        return dissent;
    }
}
