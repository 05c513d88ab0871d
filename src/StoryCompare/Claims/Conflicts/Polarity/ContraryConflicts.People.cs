using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

// Whether two predicates are said of the same people.
internal sealed partial class ContraryConflicts
{
    // Fewest people whose number alone tells that they are the same.
    private const int FewestOfGroup = 4;

    // Letters between the number and the noun ("26 Somali sailors").
    private const int LongestModifier = 18;

    private static readonly TermSet Anybody = StemsOf("participant.anybody");
    private static readonly TermSet Another = TermHash.SetOf("another", "second", "third", "fourth", "fifth", "other", "others", "remaining", "rest");

    private static readonly TermSet Appointing = TermHash.SetOf("a", "an");
    private static readonly uint As = TermHash.Of("as");
    private static readonly uint Most = TermHash.Of("most");

    private static TermSet StemsOf(string set) => EmbeddedData.Rows("claim_words.tsv", set).SelectMany(static r => r[1].Split(' ')).Select(WordTable.StemOf).ToTermSet();

    // "26 crewmen" and "26 pirates": one number of people in one story is one group of people.
    private uint? SameCount(Claim a, Claim b) =>
        CountOf(a) is { } x && CountOf(b) is { } y && x == y && x >= FewestOfGroup ? a.Of[0].Stem : null;

    private double? CountOf(Claim claim)
    {
        if (claim.Of.Count == 0)
        {
            return null;
        }

        ArticleSlots article = _story.Articles[claim.What.At.Article];
        TextSpan noun = article.Article.Text.Tokens[claim.Of[0].Token].Span;
        (int offset, int length) = article.Figures(claim.What.At.Sentence).GetOffsetAndLength(article.Article.Figures.Count);
        for (int f = offset; f < offset + length; f++)
        {
            TextSpan span = article.Article.Figures[f].Span;
            ReadOnlySpan<char> before = article.Article.Text.Source.AsSpan(0, span.Start).TrimEnd();
            bool counts = span.Contains(noun) || (span.End < noun.Start && noun.Start - span.End <= LongestModifier && article.Article.Text.Source.AsSpan(span.End, noun.Start - span.End).IndexOfAny(",;:()") < 0);
            // "Four of the five": a part of them.
            if (counts && !before.EndsWith(" of the") && !before.EndsWith(" of"))
            {
                return article.Article.Figures[f].Figure.Value;
            }
        }

        return null;
    }

    // The person the story is about by name on one side, "the teenager" on the other.
    private uint? CentralHead(Claim a, Claim b)
    {
        (Claim named, Claim described) = a.Of.Any(w => _context.IsCentralPerson(a.What.At, w)) ? (a, b) : (b, a);
        SlotWord[] name = [.. named.Of.Where(w => _context.IsCentralPerson(named.What.At, w))];
        // "The woman who was shot, Ada Sund": the described one has a name of her own.
        bool fits = described.Of.Count == 1 && !NamesAnother(described) && !IsNobody(described) && (described.Whole.IsDefinite || described.IsGuess) && _context.IsHuman(described.What.At, described.Of[0]) && _context.PersonOf(described.What.At, described.Of[0]) is null && !IsPlural(described)
            && !MainPerson.IsSomebodyElse(_story.Slots(described.What.At), described.Of[0].Token - _story.Sentence(described.What.At).FirstToken);
        return name.Length > 0 && fits && named.Of.All(w => _context.PersonalOf(named.What.At, w) is null || _context.IsCentralPerson(named.What.At, w)) ? name[0].Stem : null;
    }

    private bool NamesAnother(Claim claim)
    {
        SentenceSlots slots = _story.Slots(claim.What.At);
        return Array.Exists(slots.Words, w => !_context.IsCentralPerson(claim.What.At, w) && _context.PersonOf(claim.What.At, w) is not null && !_context.IsSource(claim.What.At, slots.Text.Tokens[w.Token].Span));
    }

    // "No one was injured", "the family": not one of whom a name may be told.
    private static bool IsNobody(Claim claim) => claim.What.Negated && !claim.Whole.IsDefinite && !claim.IsGuess;

    private bool IsAnother(Claim claim)
    {
        SentenceSlots slots = _story.Slots(claim.What.At);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        foreach (SlotWord w in claim.Whole.Head)
        {
            for (int t = w.Token - slots.Sentence.FirstToken - 1, i = 0; t >= 0 && i < 4 && tokens[t].IsWord; t--, i++)
            {
                if (Another.Contains(tokens[t].Term))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsPlural(Claim claim) => _story.Slots(claim.What.At).WordText(claim.Of[0]) is var w && (w.EndsWith('s') || w.EndsWith("men", StringComparison.Ordinal) || w.EndsWith("people", StringComparison.Ordinal));

    // Whether the predicates may be said of two of several people.
    private bool MayBeOthers(int row, Claim a, Claim b)
    {
        if (!Contraries.IsOfPeople(row) && !Contraries.IsOfHarm(row) && !Contraries.IsOfNames(row))
        {
            return false;
        }

        // "A third victim", "another man": one of several; "she" of the sentence before may be anybody it names.
        if (IsAnother(a) || IsAnother(b) || a.IsFar || b.IsFar)
        {
            return true;
        }

        // "Police found an unidentified woman": not the one who is identified elsewhere.
        if (Contraries.IsOfNames(row))
        {
            return IsBefore(a) || IsBefore(b);
        }

        // "His injuries are serious", "treated for minor injuries": whose they are must be told.
        return Contraries.IsOfPeople(row) ? (IsSomebody(a) || IsSomebody(b)) && CentralHead(a, b) is null && SameCount(a, b) is null
            : TellsOthers(a) || TellsOthers(b) || (!_story.Aligned(a.What.At, b.What.At) && !_context.SharesPerson(a.What.At, b.What.At));
    }

    // "A drowned, unidentified sailor": an adjective before its noun. "Named a suspect": appointed, not named.
    private bool IsBefore(Claim claim)
    {
        SentenceSlots slots = _story.Slots(claim.What.At);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int next = claim.What.First + claim.What.Count;
        return next < tokens.Length && ((claim.Phrase.OfSubject && claim.What.Count == 1 && tokens[next].IsContent) || Appointing.Contains(tokens[next].Term)
            || (tokens[next].Term == As && next + 1 < tokens.Length && Appointing.Contains(tokens[next + 1].Term)));
    }

    // "The other four", "the most seriously injured": some of several.
    private bool TellsOthers(Claim claim)
    {
        SentenceSlots slots = _story.Slots(claim.What.At);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < claim.What.First; i++)
        {
            if (Another.Contains(tokens[i].Term) || tokens[i].Term == Most)
            {
                return true;
            }
        }

        return false;
    }

    // Told of one person: what else the sentences name is no matter.
    private bool SharePerson(Claim a, Claim b) =>
        CentralHead(a, b) is not null || a.Of.Any(w => _context.PersonOf(a.What.At, w) is { } p && b.Of.Any(v => _context.PersonOf(b.What.At, v) == p));

    // "The victim was identified", "an unidentified woman": of people whom only a general word names there may be several.
    private bool IsSomebody(Clash clash) => IsSomebody(clash.A) || IsSomebody(clash.B);

    private bool IsSomebody(Claim claim) => claim.Of.All(w => _context.PersonOf(claim.What.At, w) is null && Anybody.Contains(w.Stem));
}
