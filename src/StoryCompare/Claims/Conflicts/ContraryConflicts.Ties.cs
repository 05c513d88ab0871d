using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <content>Contraries that share no word for what they are said of: "he" and "the singer", or the event as a whole.</content>
internal sealed partial class ContraryConflicts
{
    // Tokens before and behind a predicate in which words tell that it was so before or only for a time.
    private const int FormerBefore = 4;
    private const int FormerBehind = 2;

    private static readonly FrozenSet<uint> FormerWords = TermHash.SetOf("after", "following", "until", "had", "once", "formerly", "previously");
    private static readonly FrozenSet<uint> Lasting = TermHash.SetOf("for", "since", "until", "before");
    private static readonly FrozenSet<uint> AnyOther = TermHash.SetOf("another", "other", "others", "second", "third", "separate", "unrelated", "previous");
    private static readonly FrozenSet<uint> Owners = TermHash.SetOf("his", "her", "their", "its", "my");
    private static readonly FrozenSet<uint> Bystanders = StemsOf("tie.bystanders");
    private static readonly FrozenSet<uint> Suffering = TermHash.SetOf("victim", "deceased", "patient", "body", "dead", "wounded");
    private static readonly uint Attacker = WordTable.StemOf("suspect");
    private static readonly uint Officer = WordTable.StemOf("officer");
    private static readonly uint HerWord = TermHash.Of("her");

    private readonly Dictionary<int, PersonMention[]> _told = [];
    private FrozenDictionary<int, FrozenSet<uint>>? _roles;

    // What makes two claims that share no word for their subject one matter; null where nothing does.
    private string? TieOf(int row, List<Claim> claims, Claim a, Claim b)
    {
        bool open = Contraries.KindOf(row) == ContraryKind.Open;
        if (a.What.Hedged && b.What.Hedged || _context.DifferInScope(a.What, b.What) || _context.IsOlder(a.What.At) != _context.IsOlder(b.What.At) || TellsOther(a) || TellsOther(b) || ToldBoth(claims, a, b))
        {
            return null;
        }

        if (Contraries.IsOfEvent(row))
        {
            return (!open || OfEvent(a.Pole > 0 ? b : a)) && !_context.DifferByParty(a.What.At, b.What.At) ? "told of the event" : null;
        }

        if (!Contraries.IsOfPeople(row))
        {
            return null;
        }

        PersonMention? x = WhoOf(a);
        PersonMention? y = WhoOf(b);
        if (open && (NamesOther(a, b) || NamesOther(b, a)))
        {
            return null;
        }

        if (a.Phrase.OfNobody || b.Phrase.OfNobody)
        {
            (Claim said, PersonMention? who) = a.Phrase.OfNobody ? (b, y) : (a, x);
            return who is not null && IsMain(said.What.At.Article, who) ? "whom the story is about" : null;
        }

        if (x is null || y is null || !PersonTies.MayBeOne(_ties, x, y) || AreTwoSides(a, x, b, y) || AreTwoSides(b, y, a, x))
        {
            return null;
        }

        return x.Group >= 0 && x.Group == y.Group ? "one person by name"
            : IsMain(a.What.At.Article, x) && IsMain(b.What.At.Article, y) ? "whom the story is about" : null;
    }

    // "Had been on the run for a week", "after a week on the run": it was so before.
    private bool IsFormer(Claim claim)
    {
        SentenceSlots slots = _story.Slots(claim.What.At);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = Math.Max(0, claim.What.First - FormerBefore); i < claim.What.First; i++)
        {
            if (FormerWords.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        int end = claim.What.First + claim.What.Count;
        for (int i = end; i < Math.Min(tokens.Length, end + FormerBehind) && tokens[i].IsWord; i++)
        {
            if (Lasting.Contains(tokens[i].Term) && Contraries.KindOf(claim.Phrase.Row) == ContraryKind.State)
            {
                return true;
            }
        }

        return false;
    }

    // "Another man was charged".
    private bool TellsOther(Claim claim)
    {
        foreach (Token t in _story.Analyzed(claim.What.At.Article).Text.TokensOf(_story.Sentence(claim.What.At)))
        {
            if (AnyOther.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    // An article that tells the other's pole too tells how it went on, or of several.
    private static bool ToldBoth(List<Claim> claims, Claim a, Claim b) =>
        claims.Exists(c => (c.What.At.Article == a.What.At.Article && c.Pole == b.Pole) || (c.What.At.Article == b.What.At.Article && c.Pole == a.Pole));

    // What tells a cause holds a word of the event: one of an article's first sentence.
    private bool OfEvent(Claim told)
    {
        SentenceSlots slots = _story.Slots(told.What.At);
        SlotWord[] first = [.. Enumerable.Range(0, _story.Articles.Length).SelectMany(a => LeadOf(a, told.What.At))];
        return Array.Exists(slots.Words, w => Array.Exists(first, v => w.Stem == v.Stem || Kinship.Of(w.Stem, v.Stem) != KinKind.None || ActKinship.ShareClass(w.Term, v.Term)));
    }

    private SlotWord[] LeadOf(int article, SentenceRef except)
    {
        ArticleSlots slots = _story.Articles[article];
        int lead = 0;
        while (lead < slots.SentenceCount && !slots.IsStatement(lead))
        {
            lead++;
        }

        return lead < slots.SentenceCount && !(article == except.Article && lead == except.Sentence) ? slots[lead].Words : [];
    }

    // A name that is told where the other article knows it, or names somebody else.
    private bool NamesOther(Claim a, Claim b)
    {
        ArticleSlots article = _story.Articles[a.What.At.Article];
        ArticleSlots other = _story.Articles[b.What.At.Article];
        return article.Names(a.What.At.Sentence).Any(n => article.Article.Names.Entities[n.Entity].Kind == NameKind.Person && !_context.IsSource(a.What.At, n.Span) && other.Article.Names.Mentions.Any(m => other.GroupOf(m) == article.GroupOf(n)));
    }

    private PersonMention? WhoOf(Claim claim)
    {
        SentenceSlots slots = _story.Slots(claim.What.At);
        PersonMention[] persons = _ties.PersonsOf(claim.What.At.Article)[claim.What.At.Sentence];
        Participant of = claim.Whole;
        if (of.Head.Count > 0)
        {
            int token = of.Head[0].Token - slots.Sentence.FirstToken;
            PersonMention? head = Array.Find(persons, p => p.First <= token && token < p.End);
            if (head is { Group: < 0 } && IsSomebodyElse(slots, token))
            {
                return null;
            }

            return head is { IsSeveral: false } ? head : Contraries.KindOf(claim.Phrase.Row) == ContraryKind.Open ? Array.Find(persons, static p => !p.IsSeveral) : null;
        }

        if (of.Pronoun >= 0)
        {
            return Array.Find(persons, p => p.First == of.Pronoun) is { IsSeveral: false } he ? he
                : slots.Text.TokensOf(slots.Sentence)[of.Pronoun].Term == HerWord ? MainOf(claim.What.At.Article, 'f')
                : Personal.Contains(slots.Text.TokensOf(slots.Sentence)[of.Pronoun].Term) ? MainOf(claim.What.At.Article, 'm') : null;
        }

        return Contraries.KindOf(claim.Phrase.Row) == ContraryKind.Open ? Array.Find(persons, static p => !p.IsSeveral) : null;
    }

    // "The gunman", "the victim".
    private bool AreTwoSides(Claim a, PersonMention x, Claim b, PersonMention y) =>
        x.Role == Attacker && y.Role == 0 && Suffering.Contains(_story.Analyzed(b.What.At.Article).Text.TokensOf(_story.Sentence(b.What.At))[y.End - 1].Term);

    // "Her deputy", "the editor before her".
    private static bool IsSomebodyElse(SentenceSlots slots, int noun)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        if (noun < 0 || noun >= tokens.Length)
        {
            return false;
        }

        bool owned = noun > 0 && (Owners.Contains(tokens[noun - 1].Term) || (tokens[noun - 1].Flags & TokenFlags.Possessive) != 0 || (noun > 1 && Owners.Contains(tokens[noun - 2].Term)));
        return owned || (noun + 1 < tokens.Length && Lasting.Contains(tokens[noun + 1].Term));
    }

    // The one person an article tells of, where "he" or "she" alone stands.
    private PersonMention? MainOf(int article, char sex) =>
        PersonsOf(article) is { Length: > 0 } persons && persons[0] is var first && (first.Sex == 0 || first.Sex == sex) && IsMain(article, first) ? first : null;

    // Whom the story is about: its most named person or, by role or sex, the only one the article tells of.
    private bool IsMain(int article, PersonMention who)
    {
        if (who.IsSeveral)
        {
            return false;
        }

        if (_context.CentralPerson is { } central && PersonsOf(article).Any(p => p.Group == central))
        {
            return who.Group == central || (who.Group < 0 && (who.Role == 0 || RolesOf(central).Count == 0 ? IsOnly(article, who) : RolesOf(central).Contains(who.Role)));
        }

        return IsOnly(article, who);
    }

    private bool IsOnly(int article, PersonMention who) => Array.TrueForAll(PersonsOf(article), p => PersonTies.MayBeOne(_ties, p, who));

    // Whom the article tells of, one by one, those who only speak left out.
    private PersonMention[] PersonsOf(int article)
    {
        if (!_told.TryGetValue(article, out PersonMention[]? persons))
        {
            ArticleSlots slots = _story.Articles[article];
            PersonReader reader = _ties.PersonsOf(article);
            _told[article] = persons = [.. Enumerable.Range(0, slots.SentenceCount).Where(slots.IsStatement).SelectMany(s => reader[s]).Where(static p => !p.IsSeveral && !p.IsAside && !p.IsPronoun && !(p.Group < 0 && (Bystanders.Contains(p.Role) || p.Role == Officer)))];
        }

        return persons;
    }

    private FrozenSet<uint> RolesOf(int group)
    {
        _roles ??= Enumerable.Range(0, _story.Articles.Length).SelectMany(RolesIn).GroupBy(static p => p.Group)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => p.Role).ToFrozenSet());
        return _roles.GetValueOrDefault(group) ?? [];
    }

    // "Singer Ada Bell", "Ada Bell, the singer".
    private IEnumerable<(int Group, uint Role)> RolesIn(int article)
    {
        ArticleSlots slots = _story.Articles[article];
        for (int s = 0; s < slots.SentenceCount; s++)
        {
            PersonMention[] persons = slots.IsStatement(s) ? _ties.PersonsOf(article)[s] : [];
            for (int i = 0; i < persons.Length; i++)
            {
                if (persons[i] is { Group: >= 0, Role: not 0 } own)
                {
                    yield return (own.Group, own.Role);
                }

                if (i + 1 < persons.Length && persons[i].Group >= 0 && persons[i + 1] is { Group: < 0, IsSeveral: false, Role: not 0 } beside && beside.First - persons[i].End is 1 or 2 && slots.Article.Text.Source[persons[i].Span.End] == ',')
                {
                    yield return (persons[i].Group, beside.Role);
                }
            }
        }
    }

    private void WriteTied(Clash clash, string tie, SentenceRef[] left, SentenceRef[] right, ConflictLedger ledger)
    {
        bool open = Contraries.KindOf(clash.Row) == ContraryKind.Open;
        ConflictKind kind = open ? ConflictKind.Certainty : ConflictKind.Polarity;
        if (left.Any(l => right.Any(r => ledger.Tells(kind, l, r))))
        {
            return;
        }

        string x = Words(clash.A);
        string y = Words(clash.B);
        bool update = open ? _context.IsLater(right, left) : Contraries.KindOf(clash.Row) == ContraryKind.State && _context.TimeExplains(left, right);
        ledger.Add(new ConflictDraft
        {
            Kind = kind,
            Severity = Severity.Low,
            About = Contraries.About(clash.Row),
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = open ? $"{Contraries.About(clash.Row)}: left open on one side (\"{x}\"), told on the other (\"{y}\")" : $"{Contraries.About(clash.Row)}: \"{x}\" and \"{y}\" exclude each other",
            Sides = [new SideDraft(x, left), new SideDraft(y, right)],
            Details = [$"{(open ? "certainty" : "polarity")}: \"{Contraries.About(clash.Row)}\" ({Contraries.KindOf(clash.Row)}); {tie}; low, since no word says that it is one subject"],
        });
    }
}
