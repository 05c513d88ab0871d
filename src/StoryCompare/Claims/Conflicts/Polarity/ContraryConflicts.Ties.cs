using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <content>Contraries that share no word for what they are said of: "he" and "the singer", or the event as a whole.</content>
internal sealed partial class ContraryConflicts
{
    // Tokens before and behind a predicate in which words tell that it was so before or only for a time.
    private const int FormerBefore = 4;
    private const int FormerBehind = 2;

    private static readonly TermSet FormerWords = TermHash.SetOf("after", "following", "until", "had", "once", "formerly", "previously");
    private static readonly TermSet Lasting = TermHash.SetOf("for", "since", "until", "before");
    private static readonly TermSet AnyOther = TermHash.SetOf("another", "other", "others", "second", "third", "separate", "unrelated", "previous");
    private static readonly TermSet Suffering = TermHash.SetOf("victim", "deceased", "patient", "body", "dead", "wounded");
    private static readonly uint Attacker = WordTable.StemOf("suspect");
    private static readonly TermSet Now = TermHash.SetOf("has", "have");
    private static readonly uint HerWord = TermHash.Of("her");


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
            return DeniesOfOne(a) || DeniesOfOne(b) ? null : (!open || OfEvent(a.Pole > 0 ? b : a)) && !_context.DifferByParty(a.What.At, b.What.At) ? "told of the event" : null;
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
            return who is not null && _main.IsMain(said.What.At.Article, who) ? "whom the story is about" : null;
        }

        if (x is null || y is null || !PersonTies.MayBeOne(_ties, x, y) || AreTwoSides(a, x, b, y) || AreTwoSides(b, y, a, x))
        {
            return null;
        }

        return x.Group >= 0 && x.Group == y.Group ? "one person by name"
            : _main.IsMain(a.What.At.Article, x) && _main.IsMain(b.What.At.Article, y) ? "whom the story is about" : null;
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

    // "Her son was not arrested": of one, not of the event.
    private bool DeniesOfOne(Claim claim)
    {
        if (!claim.What.Negated)
        {
            return false;
        }

        SentenceSlots slots = _story.Slots(claim.What.At);
        return ParticipantReader.Subject(slots, claim.What.First, mayBeParticiple: false).Head.Any(w => _context.PersonOf(claim.What.At, w) is not null || MainPerson.IsSomebodyElse(slots, w.Token - slots.Sentence.FirstToken));
    }

    // "Has reopened": now; "was shut on Sunday": then.
    private bool IsSince(Claim now, Claim then)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(now.What.At.Article).Text.TokensOf(_story.Sentence(now.What.At));
        bool perfect = Now.Contains(tokens[now.What.First].Term) || (now.What.First > 0 && Now.Contains(tokens[now.What.First - 1].Term));
        return perfect && then.What.Count == 1 && !then.What.Negated;
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
        return Array.Exists(slots.Words, w => Array.Exists(first, v => w.Stem == v.Stem || Kinship.Of(w, v) != KinKind.None || ActKinship.ShareClass(w.Term, v.Term)));
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
            if (head is { Group: < 0 } && MainPerson.IsSomebodyElse(slots, token))
            {
                return null;
            }

            return head is { IsSeveral: false } ? head : Contraries.KindOf(claim.Phrase.Row) == ContraryKind.Open ? Array.Find(persons, static p => !p.IsSeveral) : null;
        }

        if (of.Pronoun >= 0)
        {
            return Array.Find(persons, p => p.First == of.Pronoun) is { IsSeveral: false } he ? he
                : slots.Text.TokensOf(slots.Sentence)[of.Pronoun].Term == HerWord ? _main.MainOf(claim.What.At.Article, 'f')
                : Personal.Contains(slots.Text.TokensOf(slots.Sentence)[of.Pronoun].Term) ? _main.MainOf(claim.What.At.Article, 'm') : null;
        }

        return Contraries.KindOf(claim.Phrase.Row) == ContraryKind.Open ? Array.Find(persons, static p => !p.IsSeveral) : null;
    }

    // "The gunman", "the victim".
    private bool AreTwoSides(Claim a, PersonMention x, Claim b, PersonMention y) =>
        x.Role == Attacker && y.Role == 0 && Suffering.Contains(_story.Analyzed(b.What.At.Article).Text.TokensOf(_story.Sentence(b.What.At))[y.End - 1].Term);

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
