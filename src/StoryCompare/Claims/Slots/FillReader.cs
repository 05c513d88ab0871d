using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads which slots of persons and acts a sentence fills (<c>fill_rules.tsv</c>, <c>fill_values.tsv</c>). Shallow: no parser. Linear in the sentence.</summary>
internal sealed class FillReader(ArticleSlots article, PersonReader persons)
{
    // Tokens between a name and the noun that says what it is: ", 43, a retired school".
    private const int ToName = 7;

    // Tokens from a negation or hedge to the value.
    private const int MostToNegation = 9;

    private static readonly TermSet Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "unless", "when", "where", "after", "before", "since", "until", "if", "that", "said", "says", "told", "according");
    private static readonly TermSet Negations = TermHash.SetOf("not", "no", "never", "without", "nor", "wasn't", "weren't", "isn't", "didn't", "neither");
    private static readonly TermSet Hypothetical = TermHash.SetOf("if", "would", "could", "whether", "possibly", "might", "may", "should", "or", "like", "unless", "threatened", "threatening", "plan", "planned");
    private static readonly TermSet Articles = TermHash.SetOf("a", "an", "the");
    private static readonly TermSet Working = TermHash.SetOf("worked", "works", "working", "work", "job", "employed", "career", "became", "was", "is");
    private static readonly TermSet WorkLinks = TermHash.SetOf("as", "a", "an", "the", "full", "part", "time");
    private static readonly TermSet Crimes = TermHash.SetOf("murder", "manslaughter", "assault", "homicide", "burglary", "robbery", "arson", "kidnapping", "rape", "endangerment", "battery", "harassment");
    private static readonly TermSet Attempts = TermHash.SetOf("attempted", "attempting", "attempt", "conspiracy", "attempting");
    private static readonly TermSet BodyWords = TermHash.SetOf("upper", "lower", "outer", "inner", "front", "rear", "middle", "index");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint Or = TermHash.Of("or");
    private static readonly int Body = FillValues.Family("body");
    private static readonly int BodySide = FillValues.Family("bodyside");
    private static readonly int Vehicle = FillValues.Family("vehicle");
    private static readonly int Colour = FillValues.Family("colour");
    private static readonly int Degree = FillValues.Family("degree");
    private static readonly int Condition = FillValues.Family("condition");

    private FillValue[] _values = [];

    /// <summary>Adds what the sentence fills, in order of place.</summary>
    public void Read(SentenceRef at, List<Fill> found)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
        _values = article.Values(at.Sentence);
        foreach (FillValue v in _values)
        {
            foreach (FillRule rule in FillRule.All)
            {
                if (rule.Family == v.Family && Lead(rule, text, tokens, v) is >= 0 and int lead && Holds(rule, tokens) && IsStated(text, tokens, v, lead)
                    && Make(rule, at, text, tokens, v, lead) is { } fill)
                {
                    found.Add(fill);
                    break;
                }
            }
        }
    }

    private Fill? Make(FillRule rule, SentenceRef at, TokenizedText text, ReadOnlySpan<Token> tokens, FillValue v, int lead)
    {
        PersonMention? who = rule.Owner == FillOwner.Event ? null
            : rule.Place == FillPlace.Beside ? Named(at.Sentence, text, tokens, v)
            : persons.NearestBefore(at.Sentence, rule.Owner == FillOwner.Who ? lead : v.First);
        if ((rule.Place == FillPlace.Beside && who is null) || (v.Family == Body && rule.Links.Count > 0 && !IsPart(text, tokens, v)))
        {
            return null;
        }

        uint of = 0;
        if (v.Family == Degree)
        {
            of = Crime(tokens, v.First + v.Count);
            if (of == 0)
            {
                return null;
            }
        }

        int narrow = v.Family == Body ? BodySide : v.Family == Vehicle ? Colour : -1;
        int side = narrow < 0 ? -1 : Narrowed(narrow, v);
        return new Fill(at, rule.Slot, v.Value, side, of, who, new TextSpan(tokens[side >= 0 ? Math.Max(0, v.First - 1) : v.First].Start, tokens[v.First + v.Count - 1].End), v.First, tokens[lead].Stem);
    }

    // "In the face", "her left leg", "in the chest and arm"; not "now faces charges", "the back of the head", "the South Side".
    private bool IsPart(TokenizedText text, ReadOnlySpan<Token> tokens, FillValue v)
    {
        ref readonly Token before = ref tokens[v.First - 1];
        bool led = before.IsStopWord || !before.IsWord || before.Kind == TokenKind.Number || Array.Exists(_values, w => (w.Family == BodySide || w.Family == Body) && w.First + w.Count == v.First) || BodyWords.Contains(before.Term);
        return led && !tokens[v.First].IsCapitalised && !(v.First + v.Count < tokens.Length && tokens[v.First + v.Count].Term == Of);
    }

    // "The left leg", "a dark-blue Ford sedan": a word of the other family a little before.
    private int Narrowed(int family, FillValue v)
    {
        foreach (FillValue w in _values)
        {
            int gap = v.First - (w.First + w.Count);
            if (w.Family == family && gap is >= 0 and <= 2)
            {
                return w.Value;
            }
        }

        return -1;
    }

    // Token of the word that leads to the value; -1 where the rule does not hold.
    private static int Lead(FillRule rule, TokenizedText text, ReadOnlySpan<Token> tokens, FillValue v)
    {
        switch (rule.Place)
        {
            case FillPlace.Free or FillPlace.Beside:
                return v.First;
            case FillPlace.Before:
                return v.First + v.Count < tokens.Length && rule.Words.Contains(tokens[v.First + v.Count].Term) && !(v.First + v.Count + 1 < tokens.Length && Negations.Contains(tokens[v.First + v.Count + 1].Term)) ? v.First : -1;
            default:
                bool linked = rule.Links.Count == 0;
                for (int i = v.First - 1; i >= Math.Max(0, v.First - rule.Reach - 1); i--)
                {
                    if (linked && rule.Words.Contains(tokens[i].Term))
                    {
                        return i;
                    }

                    // "Died after a stroke": the link opens no clause.
                    if (Ends(text, tokens[i]) && !rule.Links.Contains(tokens[i].Term))
                    {
                        return -1;
                    }

                    linked |= rule.Links.Contains(tokens[i].Term);
                }

                return -1;
        }
    }

    private static bool Holds(FillRule rule, ReadOnlySpan<Token> tokens)
    {
        if (rule.Needs.Count == 0)
        {
            return true;
        }

        foreach (Token t in tokens)
        {
            if (rule.Needs.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value is not denied, asked for, or only possible, by the words of its clause up to it.</summary>
    public static bool IsStated(TokenizedText text, ReadOnlySpan<Token> tokens, FillValue v, int lead)
    {
        if (text.Source[tokens[^1].Start] == '?')
        {
            return false;
        }

        for (int i = v.First - 1; i >= Math.Max(0, Math.Min(lead, v.First) - MostToNegation); i--)
        {
            // "No reason to think that it was a hate crime".
            if (i < lead && tokens[i].Term != That && Ends(text, tokens[i]))
            {
                return !(tokens[i].IsWord && Hypothetical.Contains(tokens[i].Term));
            }

            if (Negations.Contains(tokens[i].Term) || Hypothetical.Contains(tokens[i].Term) || (v.Family == Condition && tokens[i].IsWord && text.Chars(tokens[i]).StartsWith("non", StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        int end = v.First + v.Count;
        return end >= tokens.Length || !(tokens[end].Term == Or && end + 1 < tokens.Length);
    }

    // "First-degree attempted murder": the crime, an attempt apart.
    private static uint Crime(ReadOnlySpan<Token> tokens, int from)
    {
        bool attempt = false;
        for (int i = Math.Max(0, from - 5); i < Math.Min(tokens.Length, from + 3); i++)
        {
            attempt |= Attempts.Contains(tokens[i].Term);
            if (i >= from && Crimes.Contains(tokens[i].Term))
            {
                return attempt ? tokens[i].Stem ^ 1u : tokens[i].Stem;
            }
        }

        return 0;
    }

    // "Nurse Ada Bell", "Ada Bell, 43, a retired nurse", "Bell worked as a nurse".
    private PersonMention? Named(int sentence, TokenizedText text, ReadOnlySpan<Token> tokens, FillValue v)
    {
        int end = v.First + v.Count;
        foreach (PersonMention p in persons[sentence])
        {
            if (p.Group < 0 || p.IsSeveral)
            {
                continue;
            }

            int name = p.IsPronoun ? p.First : p.End;
            if (!p.IsPronoun && end < tokens.Length && tokens[end].Start == p.Span.Start)
            {
                return p;
            }

            if (name <= v.First && v.First - name <= ToName && IsSaidOf(text, tokens, name, v.First, p.IsPronoun))
            {
                return p;
            }
        }

        return null;
    }

    private static bool IsSaidOf(TokenizedText text, ReadOnlySpan<Token> tokens, int from, int to, bool pronoun)
    {
        if (from >= to)
        {
            return false;
        }

        bool comma = !pronoun && tokens[from].Kind == TokenKind.Punctuation && text.Source[tokens[from].Start] == ',';
        bool working = false, article = false;
        for (int i = from; i < to; i++)
        {
            working |= Working.Contains(tokens[i].Term);
            article |= Articles.Contains(tokens[i].Term) || (working && WorkLinks.Contains(tokens[i].Term));
            if (tokens[i].IsWord && Ends(text, tokens[i]))
            {
                return false;
            }
        }

        return article && (comma || working);
    }

    private static bool Ends(TokenizedText text, in Token t) =>
        t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '"' or '\u201C' or '\u201D' : Openers.Contains(t.Term);
}
