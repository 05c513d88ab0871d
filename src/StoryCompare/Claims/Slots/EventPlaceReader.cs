using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads where what a frame tells happened: the named place, street or kind of place behind the verb or the noun of the event, or before it at the start of the sentence.</summary>
internal static class EventPlaceReader
{
    // Tokens from the event to the end of its place, and from a preposition to the name behind it.
    private const int Reach = 18;
    private const int ToName = 6;

    // Tokens from a noun for the event to "happened", "was".
    private const int ToHappened = 5;

    // Tokens before it that make it another one.
    private const int ToBackground = 3;

    private static readonly TermSet Prepositions = WordSets.Of("event.at");
    private static readonly TermSet Stops = WordSets.Of("event.stops");
    private static readonly TermSet Happened = WordSets.Of("event.happened");
    private static readonly TermSet Joiners = WordSets.Of("participant.joiners");
    private static readonly TermSet Inside = TermHash.SetOf("in", "inside", "within", "into", "at", "on", "aboard");
    private static readonly TermSet Further = WordSets.Of("event.further");
    private static readonly TermSet Relative = TermHash.SetOf("who", "whose", "where", "when", "after");
    private static readonly TermSet Indefinite = TermHash.SetOf("a", "an", "his", "her", "their", "another");
    private static readonly int Kin = FillValues.Family("kin");
    private static readonly uint Corner = TermHash.Of("corner");
    private static readonly uint Intersection = TermHash.Of("intersection");

    /// <summary>The place of the event told at the tokens from <paramref name="first"/> on; null where none stands there.</summary>
    public static EventFill? Read(ArticleSlots article, PersonReader persons, SentenceRef at, ReadOnlySpan<Token> tokens, int first, int count, EventFrame frame, bool isNoun)
    {
        TokenizedText text = article.Article.Text;
        int from = first + count;
        if (IsBackground(tokens, first) || (isNoun && (from = Happening(tokens, from)) < 0))
        {
            return null;
        }

        int end = from;
        while (end < tokens.Length && end < from + Reach && !Ends(text, tokens[end]) && !Stops.Contains(tokens[end].Term))
        {
            end++;
        }

        EventFill? fill = Place(article, at, tokens, from, end, frame);
        if (fill is null && tokens[0].IsWord && Prepositions.Contains(tokens[0].Term))
        {
            // "In Velm, the two met".
            int comma = 1;
            while (comma < first && comma < ToName + 2 && tokens[comma].IsWord)
            {
                comma++;
            }

            fill = comma < first && text.Source[tokens[comma].Start] == ',' ? Place(article, at, tokens, 0, comma, frame) : null;
        }

        return fill is null ? null : !frame.IsOfPatient ? fill : isNoun ? null : WithPatient(article, persons, fill, tokens, first, count, frame);
    }

    // Whom or what it happened to: the object, or the subject of a passive and of what has no object.
    private static EventFill? WithPatient(ArticleSlots article, PersonReader persons, EventFill fill, ReadOnlySpan<Token> tokens, int first, int count, EventFrame frame)
    {
        SentenceSlots slots = article[fill.At.Sentence];
        Proposition what = PropositionReader.Read(article, fill.At, first, count, negated: false);
        Participant patient = what.Passive || what.NoObject ? ParticipantReader.Subject(slots, first, mayBeParticiple: true) : ParticipantReader.Object(slots, first + count);
        int at = patient.Pronoun >= 0 ? patient.Pronoun : patient.Head.Count > 0 ? patient.Head[0].Token - slots.Sentence.FirstToken : -1;
        if (at < 0)
        {
            return null;
        }

        PersonMention? who = Array.Find(persons[fill.At.Sentence], p => p.First <= at && at < p.End);
        if (who is null && patient.Head.Count > 0 && article.NameAround(fill.At.Sentence, slots.Text.Tokens[patient.Head[0].Token].Span) is { } name && article.Article.Names.Entities[name.Entity].Kind is NameKind.Person or NameKind.Other)
        {
            // A first name or surname alone has often no kind.
            who = new PersonMention { First = at, End = at + 1, Group = article.GroupOf(name), Span = name.Span };
        }

        // "Her husband died": another one.
        return Array.Exists(article.Values(fill.At.Sentence), v => v.Family == Kin && v.First <= at && at < v.First + v.Count) || (who is null && frame.IsOfPerson) ? null : fill with { Owner = who, Things = new HashSet<uint>(who is null ? patient.Head.Select(static w => w.Stem) : []) };
    }

    // "The first shooting", "a previous crash"; "the women who were shot": another one, or who is meant.
    private static bool IsBackground(ReadOnlySpan<Token> tokens, int first)
    {
        for (int i = first - 1; i >= Math.Max(0, first - ToBackground); i--)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            if (Further.Contains(tokens[i].Term) || Relative.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // "The shooting happened in", "the wreckage was found near", "the shooting in": from where on the place is told; -1 where the noun does something else.
    private static int Happening(ReadOnlySpan<Token> tokens, int from)
    {
        for (int i = from; i < Math.Min(tokens.Length, from + ToHappened); i++)
        {
            if (Prepositions.Contains(tokens[i].Term))
            {
                return i;
            }

            if (Happened.Contains(tokens[i].Term))
            {
                return i + 1;
            }

            if (!tokens[i].IsWord || Joiners.Contains(tokens[i].Term) || (tokens[i].IsContent && i > from))
            {
                return -1;
            }
        }

        return -1;
    }

    private static EventFill? Place(ArticleSlots article, SentenceRef at, ReadOnlySpan<Token> tokens, int from, int end, EventFrame frame)
    {
        List<AddressSlot>? streets = null;
        AddressSlot? street = null;
        string? setting = null;
        HashSet<int> names = [];
        int start = -1, stop = -1;
        for (int i = from; i < end; i++)
        {
            if (tokens[i].Term == Corner || tokens[i].Term == Intersection)
            {
                return null;
            }

            if (!Prepositions.Contains(tokens[i].Term))
            {
                continue;
            }

            if (streets is null)
            {
                streets = [];
                AddressReader.Read(article, at, streets);
            }

            if (street is null && streets.Find(s => s.Span.Start > 0 && IsNear(s.Span, i, end)) is { } found)
            {
                street = found;
                Take(i, Last(tokens, found.Span.End));
            }

            if (names.Count == 0)
            {
                foreach (NameMention n in article.Names(at.Sentence))
                {
                    if (IsNear(n.Span, i, end) && IsLedUp(tokens, i, n.Span.Start) && IsPlace(article.Article.Names.Entities[n.Entity].Kind, tokens, i, n.Span) && street?.Span.Overlaps(n.Span) != true)
                    {
                        names.Add(article.GroupOf(n));
                        Take(i, Last(tokens, n.Span.End));
                        break;
                    }
                }
            }

            if (setting is null && Inside.Contains(tokens[i].Term) && SettingReader.Noun(tokens[..end], i + 1, out int behind) is { } kind)
            {
                setting = kind;
                Take(i, behind);
            }
        }

        return start < 0 ? null : new EventFill { At = at, Frame = frame.Index, Slot = EventSlot.Where, Span = new TextSpan(article.Article.Text.TokensOf(article.Article.Text.Sentences[at.Sentence])[start].Start, article.Article.Text.TokensOf(article.Article.Text.Sentences[at.Sentence])[stop - 1].End), Names = names, Setting = setting, Street = street };

        bool IsNear(TextSpan span, int preposition, int until)
        {
            ReadOnlySpan<Token> all = article.Article.Text.TokensOf(article.Article.Text.Sentences[at.Sentence]);
            return span.Start >= all[preposition].End && span.Start < all[Math.Min(until, preposition + ToName + 1) - 1].End && span.End <= all[until - 1].End;
        }

        void Take(int preposition, int behind)
        {
            start = start < 0 ? preposition : start;
            stop = Math.Max(stop, behind);
        }
    }

    // A name of no known kind is a place right behind the preposition; "at a Velm bar" tells what kind of bar.
    private static bool IsPlace(NameKind kind, ReadOnlySpan<Token> tokens, int preposition, TextSpan name) =>
        (kind == NameKind.Place && !Indefinite.Contains(tokens[preposition + 1].Term)) || (kind == NameKind.Other && tokens[preposition + 1].Start == name.Start && (tokens[Last(tokens, name.End) - 1].Flags & TokenFlags.Possessive) == 0);

    // No other name, number's unit or mark stands between.
    private static bool IsLedUp(ReadOnlySpan<Token> tokens, int preposition, int start)
    {
        for (int i = preposition + 1; i < tokens.Length && tokens[i].Start < start; i++)
        {
            if (!tokens[i].IsWord || tokens[i].IsCapitalised || Prepositions.Contains(tokens[i].Term))
            {
                return false;
            }
        }

        return true;
    }

    private static int Last(ReadOnlySpan<Token> tokens, int end)
    {
        int i = 0;
        while (i < tokens.Length && tokens[i].Start < end)
        {
            i++;
        }

        return i;
    }

    private static bool Ends(TokenizedText text, in Token t) => t.Kind == TokenKind.Punctuation && text.Source[t.Start] is not ('-' or '.' or '\'' or '\u2019');
}
