using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Quotes;
using StoryCompare.Syndication;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Writes alignment groups of two outlets or more as agreed facts.</summary>
internal static class FactFindings
{
    /// <summary>Least share of the closest pair's score; from reading the facts of the development stories.</summary>
    private const double CoreShare = 0.55;

    // Counts and durations that recur in sentences on one thing only; from reading those of forty development events.
    private const double RareDigits = 13;
    private const double LargeCount = 1000;
    private const double LeastDuration = 4;

    // Share of a headline's weight in another fact that makes it that fact told again; by judgement.
    private const double HeadlineRepeated = 0.5;

    /// <summary>Agreed facts; those of more outlets first, then in text order.</summary>
    /// <param name="story">The story.</param>
    /// <param name="figures">Its figures as they are reported: one that two outlets give is agreed where their sentences share no group.</param>
    public static IReadOnlyList<AgreedFact> Write(StoryContext story, IReadOnlyList<FigureGroup> figures)
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

        JoinHeadlines(story, facts);
        AddFigures(story, figures, facts, byText);
        AddClauses(story, facts, byText);
        List<AgreedFact> found = [];
        foreach ((SentenceRef[] members, int outlets, string text) in facts.Select(static (f, i) => (f, i)).OrderByDescending(static x => x.f.Outlets).ThenBy(static x => x.i).Select(static x => x.f))
        {
            OriginCount origins = Origins.Count(story.Input.Articles, story.Input.Dependence, [.. members.Select(static m => (m.Article, m.Sentence))], story.Input.NameGroups);
            IReadOnlyList<Provenance> evidence = story.Cite(members);
            found.Add(new AgreedFact(story.IdOf('f', found.Count), text, outlets, Math.Max(1, origins.Count), origins.Names, evidence, []));
        }

        return found;
    }

    /// <summary>The facts with who dissents: a side of a conflict that touches a fact's evidence makes the other sides dissent.</summary>
    public static IReadOnlyList<AgreedFact> WithDissent(IReadOnlyList<AgreedFact> facts, IReadOnlyList<Conflict> conflicts) =>
        [.. facts.Select(f => f with { Dissent = Dissent(f.Evidence, conflicts) })];

    // Not "six games", "an 18-point lead": small counts and attributes recur by chance.
    private static bool IsTelling(Figure figure)
    {
        FigureUnit? unit = FigureUnits.OfSymbol(figure.Unit);
        bool counts = unit is null or { Symbol: "" };
        return figure.Unit is not ("age" or "decade") && figure.Qualifier != FigureQualifier.Vague && figure.Step > 0
            && (counts ? Math.Abs(figure.Value) / figure.Step >= RareDigits || Math.Abs(figure.Value) >= LargeCount : unit is not { IsTime: true } || figure.Value >= LeastDuration);
    }

    // A figure that two outlets give of one thing is agreed, though their sentences say little else alike.
    private static void AddFigures(StoryContext story, IReadOnlyList<FigureGroup> figures, List<(SentenceRef[] Members, int Outlets, string Text)> facts, Dictionary<string, int> byText)
    {
        foreach (FigureGroup group in figures)
        {
            StoryFigure first = group.Members[0];
            StoryFigure[] told = IsTelling(first.Figure) ? [.. group.Members] : first.Figure.Unit == "age" ? OfOneOwner(story, group) : InOneRole(group);
            if (told.Length == 0 || group.Members.TrueForAll(static m => m.Extracted.Figure.Counts.Length > 0 && m.Extracted.Figure.Counts.Equals(m.Extracted.Figure.Unit, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            SentenceRef[] members = [.. told.Where(m => !m.Slot.IsUnreal && !IsStub(story.Analyzed(m.At.Article))).Select(static m => m.At).Distinct()];
            HashSet<SentenceRef> ours = [.. members];
            if (story.CountOutlets(members.Select(static m => m.Article)) < 2 || facts.Exists(f => story.CountOutlets(f.Members.Where(ours.Contains).Select(static m => m.Article)) >= 2))
            {
                continue;
            }

            SentenceRef clearest = Clearest(story, members);
            string? text = members.OrderBy(m => m == clearest ? 0 : 1).Select(m => story.Cite(m).Text).FirstOrDefault(t => !byText.ContainsKey(t));
            if (text is not null)
            {
                byText[text] = facts.Count;
                facts.Add((members, story.CountOutlets(members.Select(static m => m.Article)), text));
            }
        }
    }

    // "Four are dead", "killed four people": what befell them is told by both.
    private static StoryFigure[] InOneRole(FigureGroup group)
    {
        string role = group.Members.Select(static m => m.Figure.Role).FirstOrDefault(static r => r.Length > 0) ?? "";
        return role.Length == 0 || group.Members[0].Figure.Value < 2 ? [] : [.. group.Members.Where(m => m.Figure.Role == role && m.Slot.Thing == "people")];
    }

    // "Jane Smith, 43", "43-year-old Jane Smith": beside one name, not beside a noun that others may have too.
    private static StoryFigure[] OfOneOwner(StoryContext story, FigureGroup group)
    {
        (StoryFigure Age, HashSet<uint> Owner)[] owned = [.. group.Members.Where(static m => m.Figure.Unit == "age").Select(m => (m, FigureOwner.Of(story, m))).Where(static x => x.Item2.Count > 0)];
        return owned.Length == 0 ? [] : [.. owned.Where(o => o.Owner.Overlaps(owned[0].Owner)).Select(static o => o.Age)];
    }

    // What a clause inside two long sentences tells alike.
    private static void AddClauses(StoryContext story, List<(SentenceRef[] Members, int Outlets, string Text)> facts, Dictionary<string, int> byText)
    {
        foreach ((SentenceRef a, SentenceRef b) in ClauseFacts.Find(story))
        {
            SentenceRef[] members = [a, b];
            if (IsStub(story.Analyzed(a.Article)) || IsStub(story.Analyzed(b.Article)) || facts.Exists(f => f.Members.Contains(a) && f.Members.Contains(b)))
            {
                continue;
            }

            SentenceRef clearest = Clearest(story, members);
            string? text = members.OrderBy(m => m == clearest ? 0 : 1).Select(m => story.Cite(m).Text).FirstOrDefault(t => !byText.ContainsKey(t));
            if (text is not null)
            {
                byText[text] = facts.Count;
                facts.Add((members, 2, text));
            }
        }
    }

    // Headlines that the texts repeat are no fact of their own: they support the one that the texts tell.
    private static void JoinHeadlines(StoryContext story, List<(SentenceRef[] Members, int Outlets, string Text)> facts)
    {
        for (int i = facts.Count - 1; i >= 0; i--)
        {
            SentenceRef[] headlines = facts[i].Members;
            int told = Array.TrueForAll(headlines, m => story.Sentence(m).Kind == SentenceKind.Title) ? facts.FindIndex(f => f.Members != headlines && Repeats(story, headlines, f.Members)) : -1;
            if (told >= 0)
            {
                facts[told] = facts[told] with { Members = [.. facts[told].Members.Union(headlines)] };
                facts.RemoveAt(i);
            }
        }
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

    private static bool IsQuoted(AnalyzedArticle article, in Sentence sentence) => article.Quotes.Touching(sentence.Span).Any(static q => q.Kind != QuotationKind.Partial);

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
