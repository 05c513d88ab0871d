using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds a matter that one text leaves open and another tells in words of its own: "it is not clear why he fired", "a gang-related shooting"; "no word on their condition", "in critical condition".</summary>
/// <remarks>
/// The question and what tells it share no word, only the matter (<c>topics.tsv</c>); so it is always low, one for each matter, and an update where the open text is the older one.
/// The open article must not tell it elsewhere. Linear in the sentences; open and told sentences of one matter are bounded.
/// </remarks>
internal sealed class TopicConflicts
{
    // Open and telling sentences of one matter that are laid beside each other.
    private const int MostOfMatter = 40;

    // Sentences shown on the telling side.
    private const int MostTelling = 4;

    // Tokens between a noun and what leaves it open, before and behind it.
    private const int NearBefore = 8;
    private const int NearBehind = 10;

    private static readonly TermSet OpenWords = TermHash.SetOf("unclear", "unknown", "undetermined", "mystery", "uncertain", "pending", "unavailable", "undisclosed", "unexplained");
    private static readonly TermSet Found = WordSets.Of("cause.found");
    private static readonly TermSet AskedFor = TermHash.SetOf("investigating", "determine", "determining", "autopsy", "autopsies", "establish", "probing");

    private static readonly TermSet Before = TermHash.SetOf("after", "following", "over", "stemmed", "stemming", "because", "during", "result", "sparked", "prompted");
    private static readonly TermSet Behind = TermHash.SetOf("led", "leads", "lead", "leading", "escalated", "escalates", "fueled", "fuelled", "sparked", "prompted", "preceded", "turned", "ended");
    private static readonly TermSet Other = TermHash.SetOf("other", "additional", "further", "more", "formal", "outstanding", "new", "additional");
    private static readonly int Occasion = FillValues.Family("occasion");
    private static readonly int Motive = FillValues.Family("motive");
    private static readonly int DriveBy = FillValues.Value("occasion", "drive-by");
    private static readonly int Gun = FillValues.Value("weapon", "gun");

    // Tokens before a value within which a word of the courts makes it a charge.
    private const int RecordBefore = 6;

    private static readonly TermSet Record = TermHash.SetOf("order", "orders", "warrant", "warrants", "charge", "charges", "convicted", "conviction", "convictions", "record", "complaint", "complaints");

    // Tokens between what an attack came out of and the word that says so.
    private const int Lead = 4;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly PersonTies _ties;

    private TopicConflicts(StoryContext story, Scope scope, ClaimContext context, PersonTies ties)
    {
        _story = story;
        _scope = scope;
        _context = context;
        _ties = ties;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, PersonTies ties, ConflictLedger ledger)
    {
        TopicConflicts finder = new(story, scope, context, ties);
        List<Open> open = [];
        foreach (SentenceRef at in story.Statements())
        {
            finder.ReadOpen(at, open);
        }

        if (open.Count == 0)
        {
            return;
        }

        ILookup<int, Told> told = finder.ReadTold().ToLookup(static t => t.Family);
        foreach (IGrouping<int, Open> one in open.GroupBy(static o => o.Topic.Index).OrderBy(static g => g.Key))
        {
            Topic topic = Topic.All[one.Key];
            finder.Write(topic, [.. one.Take(MostOfMatter)], [.. topic.Families.Order().SelectMany(f => told[f]).Take(MostOfMatter)], ledger);
        }
    }

    private void ReadOpen(SentenceRef at, List<Open> open)
    {
        SentenceSlots slots = _story.Slots(at);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        foreach (OpenQuestion question in _context.Questions(at))
        {
            foreach (Topic topic in Topic.All)
            {
                if (topic.Asked.Contains(question.Asked.ToString()) && Array.TrueForAll(topic.Words, g => Array.Exists(question.Body, b => g.Contains(b.Word.Term))))
                {
                    open.Add(new Open(topic, at, question.Span, Person(at, question.Span, slots, tokens)));
                    break;
                }
            }
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            if (Topic.Nouns.Match(tokens, i, out int length) is { } name && !(i > 0 && Other.Contains(tokens[i - 1].Term)) && !(i > 1 && Other.Contains(tokens[i - 2].Term)) && OpenAt(slots, tokens, i, i + length) is { } span && !open.Exists(o => o.At == at && o.Topic.Name == name))
            {
                open.Add(new Open(Topic.Named(name), at, span, Person(at, span, slots, tokens)));
            }
        }
    }

    private PersonMention? Person(SentenceRef at, TextSpan span, SentenceSlots slots, ReadOnlySpan<Token> tokens)
    {
        (_, int end) = FigureSlotReader.TokensOf(tokens, span);
        return slots.Sentence.TokenCount == 0 ? null : _ties.PersonsOf(at.Article).NearestBefore(at.Sentence, end);
    }

    // "The motive is not known", "police have not released a motive", "an autopsy will determine the cause of death".
    private static TextSpan? OpenAt(SentenceSlots slots, ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (int j = Math.Max(0, first - NearBefore); j < Math.Min(tokens.Length, end + NearBehind); j++)
        {
            bool open = OpenWords.Contains(tokens[j].Term) || (j < first && AskedFor.Contains(tokens[j].Term)) || (j < first && QuestionReader.IsCue(slots.Text, tokens, j)) || (Found.Contains(tokens[j].Term) && IsNegated(slots, tokens, j));
            if (open && (j < first || j >= end))
            {
                return new TextSpan(Math.Min(tokens[first].Start, tokens[j].Start), Math.Max(tokens[end - 1].End, tokens[j].End));
            }
        }

        return null;
    }

    private static bool IsNegated(SentenceSlots slots, ReadOnlySpan<Token> tokens, int at)
    {
        for (int i = Math.Max(0, at - 4); i < at; i++)
        {
            if (Negations.At(tokens, i, slots.Text.Chars(tokens[i])) != NegationReach.None)
            {
                return true;
            }
        }

        return false;
    }

    private List<Told> ReadTold()
    {
        HashSet<int> families = [.. Topic.All.SelectMany(static t => t.Families)];
        List<Told> told = [];
        foreach (SentenceRef at in _story.Statements())
        {
            SentenceSlots slots = _story.Slots(at);
            ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
            FillValue[] values = _story.Articles[at.Article].Values(at.Sentence);
            bool leavesOpen = values.Length > 0 && (QuestionReader.LeavesOpen(slots) || slots.Certainty >= Certainty.Unconfirmed);
            foreach (FillValue v in values)
            {
                if (families.Contains(v.Family) && !leavesOpen && v.Value != Gun && v.Value != DriveBy && (v.Family != Occasion || LeadsTo(tokens, v)) && !(v.Family == Motive && IsRecord(tokens, v)) && FillReader.IsStated(slots.Text, tokens, v, v.First))
                {
                    told.Add(new Told(v.Family, at, new TextSpan(tokens[v.First].Start, tokens[v.First + v.Count - 1].End), _ties.PersonsOf(at.Article).NearestBefore(at.Sentence, v.First)));
                }
            }
        }

        return told;
    }

    // "A warrant for domestic violence", "a domestic violence protection order": somebody's record, not why it happened.
    private static bool IsRecord(ReadOnlySpan<Token> tokens, FillValue v)
    {
        for (int i = Math.Max(0, v.First - RecordBefore); i < Math.Min(tokens.Length, v.First + v.Count + 2); i++)
        {
            if (Record.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // "Shot after an argument", "a quarrel led to the shooting": what it came out of, not what happened besides.
    private static bool LeadsTo(ReadOnlySpan<Token> tokens, FillValue v)
    {
        for (int i = v.First - 1; i >= Math.Max(0, v.First - Lead); i--)
        {
            if (Before.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        for (int i = v.First + v.Count; i < Math.Min(tokens.Length, v.First + v.Count + (2 * Lead)); i++)
        {
            if (Behind.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private void Write(Topic topic, Open[] open, Told[] told, ConflictLedger ledger)
    {
        List<(Open Open, Told Told)> pairs = [];
        foreach (Open o in open)
        {
            if (!Array.Exists(told, t => t.At.Article == o.At.Article))
            {
                pairs.AddRange(told.Where(t => _context.MayConflict(o.At, t.At) && IsOne(o, t)).Select(t => (o, t)));
            }
        }

        if (pairs.Count == 0)
        {
            return;
        }

        SentenceRef[] asking = [.. pairs.Select(static p => p.Open.At).Distinct()];
        Told[] telling = [.. pairs.Select(static p => p.Told).DistinctBy(static t => t.At).Take(MostTelling)];
        SentenceRef[] answers = [.. telling.Select(static t => t.At)];
        if (asking.Any(a => answers.Any(b => ledger.Tells(ConflictKind.Certainty, a, b))))
        {
            return;
        }

        string question = _story.Analyzed(pairs[0].Open.At.Article).Text.String(pairs[0].Open.Span);
        string answer = _story.Analyzed(telling[0].At.Article).Text.String(telling[0].Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Certainty,
            Severity = Severity.Low,
            About = topic.Name,
            ExplainedBy = _context.IsLater(answers, asking) ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"left open on one side (\"{question}\"), told on the other (\"{answer}\")",
            Sides = [new SideDraft("left open", asking), new SideDraft(answer, answers)],
            Details = [$"topic {topic.Name}: open \"{question}\", told \"{answer}\"; one matter in other words; low, since who leaves it open may know it"],
        });
    }

    private bool IsOne(Open o, Told t) =>
        _scope.IsOlder(o.At) == _scope.IsOlder(t.At) && !_context.DifferInTime(o.At, t.At)
        && (o.Who is not { IsSeveral: false } x || t.Who is not { IsSeveral: false } y || PersonTies.MayBeOne(_ties, x, y))
        && !(o.Topic.Name == "charges" && o.Who is { Group: >= 0, IsSeveral: false } who && t.Who?.Group != who.Group);

    private sealed record Open(Topic Topic, SentenceRef At, TextSpan Span, PersonMention? Who);

    private sealed record Told(int Family, SentenceRef At, TextSpan Span, PersonMention? Who);
}
