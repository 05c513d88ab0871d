using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads what a figure says in its sentence. Shallow: the clause is cut at punctuation, words of speech and conjunctions.</summary>
internal static partial class FigureSlotReader
{
    // Tokens on either side that may belong to the figure's clause.
    private const int ReachBefore = 12;
    private const int ReachAfter = 9;

    // Tokens between a number of people and the words that tell their role.
    private const int RoleWithin = 5;

    // Fewer protesters or fans than this are some of them, not the crowd; so are "home fans".
    private const int LeastCrowd = 50;
    private const int LeastAttended = 20;

    // Tokens behind a bare number that may tell the role of people.
    private const int BareRoleWithin = 4;

    // Tokens between a bare number and the noun that says what it is: "the magnitude of the quake was 5.8".
    private const int MeasureWithin = 7;

    // The same where a verb of change ties them: "the toll ... rose to 10".
    private const int ChangedWithin = 12;

    // Tokens before a figure in which "one of the …" may stand.
    private const int FarthestOne = 16;

    // Letters of a model's name before its number ("AK-47").
    private const int LongestModel = 4;

    // Degrees Celsius that no place has seen: what is told hotter is Fahrenheit.
    private const double HottestCelsius = 57;

    // Tokens before a figure in which "another" or "each" speaks of it: "another brazen robbery …, with $102 million in jewels" tells of the whole event.
    private const int AnotherWithin = 8;

    private static readonly TermSet Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "unless", "when", "where", "despite", "whose");
    private static readonly TermSet Unreal = TermHash.SetOf("can", "could", "would", "might", "may", "if", "usually", "normally", "typically", "average");
    private static readonly TermSet Passive = TermHash.SetOf("was", "were", "been", "is", "are", "be", "being", "left", "reported", "got");
    private static readonly TermSet Hospital = TermHash.SetOf("hospital", "hospitals", "hospitalised", "hospitalized", "clinic");
    // Tokens of an aside between a number of people and its verb.
    private const int AsideWithin = 20;

    private static readonly TermSet Prepositions = TermHash.SetOf("in", "of", "for", "after", "on", "at", "from", "by", "to", "with", "over", "about", "near", "outside", "inside", "between", "against");
    private static readonly TermSet Verbs = TermHash.SetOf("has", "have", "had", "remain", "remained", "remains", "died", "suffered", "survived", "escaped", "received", "sustained", "fled", "needed", "underwent", "will", "could");
    private static readonly TermSet Joining = TermHash.SetOf("and", "but", "while", "as", "after", "when", "with");
    private static readonly TermSet Relatives = TermHash.SetOf("whom", "them", "those");
    private static readonly TermSet Numbers = TermHash.SetOf("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty");
    private static readonly uint Caught = TermHash.Of("caught");
    private static readonly uint Crew = TermHash.Of("crew");
    private static readonly uint Whom = TermHash.Of("whom");
    private static readonly uint And = TermHash.Of("and");
    private static readonly TermSet OneOfSeveral = TermHash.SetOf("another", "each", "every", "respectively");
    private static readonly uint One = TermHash.Of("one");
    private static readonly uint At = TermHash.Of("at");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint Ahead = TermHash.Of("ahead");
    private static readonly uint Clear = TermHash.Of("clear");
    private static readonly uint Votes = TermHash.Of("votes");
    private static readonly uint Ballots = TermHash.Of("ballots");
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly (int Class, string Role)[] ActRoles = [.. new[] { ("kill", "killed"), ("die", "killed"), ("injure", "wounded"), ("arrest", "detained"), ("displace", "displaced"), ("fall_ill", "infected"), ("dismiss", "fired") }
        .Select(static x => (ActLexicon.Default.ClassNamed(x.Item1), x.Item2)).Where(static x => x.Item1 >= 0)];

    /// <summary>The slot of a figure of the article.</summary>
    public static FigureSlot Read(ArticleSlots article, ExtractedFigure figure)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[figure.Sentence]);
        (int first, int end) = TokensOf(tokens, figure.Span);
        int from = Left(text, tokens, first);
        int to = Right(article, figure, tokens, end);
        (Figure read, string thing, string narrow) = Kin(figure.Figure, tokens, from, first, end, to) ?? Normalise(figure.Figure, text, tokens, from, first, end, RoleReach(text, tokens, end, to));
        List<(int Start, int End)> asides = article.Asides(figure.Sentence);
        List<Token> words = [];
        List<float> weights = [];
        foreach ((int start, int stop) in View(text, tokens, asides, from, first, end, to))
        {
            for (int i = start; i < stop; i++)
            {
                ref readonly Token t = ref tokens[i];
                bool own = i >= first && i < end;
                if (t.IsWord && t.IsContent && (!t.IsCapitalised || i == 0) && !(own && (figure.Figure.Counts.Length == 0 || i == end - 1)))
                {
                    words.Add(t);
                    weights.Add(CountedThings.Generic.Contains(t.Stem) ? 0 : ClauseWords.Weight(t) * (own ? 0.5f : 1));
                    if (ClauseWords.Phrase(article, figure.Sentence, tokens, i) is { } phrase)
                    {
                        words.Add(phrase);
                        weights.Add(1);
                    }
                }
            }
        }

        (bool unreal, bool asked, bool planned) = Moods(text, tokens, asides, from, first, end, to);
        return new FigureSlot
        {
            Figure = read,
            Thing = thing,
            Narrow = read.Role is "employed" or "fired" && CountedThings.Staff.Contains(figure.Figure.Unit) ? "" : narrow,
            Matter = MatterReader.Read(read, tokens, from, first, end, to),
            Material = MaterialOf(read, tokens, end),
            IsMost = IsMost(read, tokens, from, first),
            Words = [.. words],
            Weights = [.. weights],
            Lasting = Lasting(tokens, from, first, end, to),
            Near = new TextSpan(tokens[from].Start, tokens[to - 1].End),
            Before = new TextSpan(tokens[from].Start, tokens[first].Start),
            After = new TextSpan(tokens[end - 1].End, Math.Max(tokens[end - 1].End, tokens[to - 1].End)),
            IsUnreal = unreal,
            IsAsked = asked,
            IsPlanned = planned,
            IsOfOne = SpeaksOfOne(tokens, first),
        };
    }

    /// <summary>First token of a span and one past its last.</summary>
    public static (int First, int End) TokensOf(ReadOnlySpan<Token> tokens, TextSpan span)
    {
        int first = Halving.FirstFrom(tokens, 0, Math.Max(0, tokens.Length - 1), span.Start + 1, static (t, k) => t[k].End);
        int end = first;
        while (end < tokens.Length && tokens[end].Start < span.End)
        {
            end++;
        }

        return (first, Math.Max(end, first + 1));
    }

    // "nine hours of talks", "the talks lasted nine hours": the talks.
    private static Token[] Lasting(ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        if (end + 1 < to && tokens[end].Term == Of && tokens[to - 1].IsWord)
        {
            return [tokens[end + 1]];
        }

        int verb = first - 1;
        while (verb >= Math.Max(from, first - 3) && !CountedThings.Lasting.Contains(tokens[verb].Stem))
        {
            verb--;
        }

        List<Token> words = [];
        for (int i = verb - 1; verb >= Math.Max(from, first - 3) && i >= from; i--)
        {
            if (tokens[i].IsWord && tokens[i].IsContent && !tokens[i].IsCapitalised)
            {
                words.Add(tokens[i]);
            }
        }

        return [.. words];
    }

    // "One of the cables is …, and links 33 countries"; "another", "a second".
    private static bool SpeaksOfOne(ReadOnlySpan<Token> tokens, int first)
    {
        // "One hostage was freed after two hours."
        if (first > 1 && tokens[0].Term == One && tokens[0].IsCapitalised && tokens[1].IsWord && tokens[1].IsContent && !tokens[1].IsCapitalised)
        {
            return true;
        }

        for (int i = Math.Max(0, first - FarthestOne); i < first; i++)
        {
            if ((OneOfSeveral.Contains(tokens[i].Term) && first - i <= AnotherWithin) || (i + 1 < first && tokens[i].Term == One && tokens[i + 1].Term == Of))
            {
                return true;
            }
        }

        return false;
    }

    private static int Left(TokenizedText text, ReadOnlySpan<Token> tokens, int first)
    {
        int from = first;
        while (from > 0 && first - from < ReachBefore)
        {
            ref readonly Token t = ref tokens[from - 1];
            if (t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '\u201C' or '\u201D' or '"' : Openers.Contains(t.Term) || (IsSpeech(t) && !IsCountOfSpeech(text, tokens, from - 1)))
            {
                break;
            }

            from--;
        }

        return from;
    }

    private static int Right(ArticleSlots article, ExtractedFigure figure, ReadOnlySpan<Token> tokens, int end)
    {
        TokenizedText text = article.Article.Text;
        Range others = article.Figures(figure.Sentence);
        int behind = Halving.FirstFrom(article.Article.Figures, others.Start.Value, others.End.Value, figure.Span.End, static (f, k) => f[k].Span.Start);
        if (behind < others.End.Value && end + 2 < tokens.Length && tokens[end].Term == Of && article.Article.Figures[behind].Span.Start <= tokens[end + 2].Start)
        {
            // "Nine of the 32 tourists drowned": the whole stands between the part and what is told of it.
            behind++;
        }

        int next = behind < others.End.Value ? article.Article.Figures[behind].Span.Start : int.MaxValue;

        int to = end;
        while (to < tokens.Length && to - end < ReachAfter && tokens[to].Start < next)
        {
            ref readonly Token t = ref tokens[to];
            if (t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ',' or ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '"' or '\u201D' : Openers.Contains(t.Term) || IsSpeech(t))
            {
                break;
            }

            to++;
        }

        return to;
    }

    private static bool IsSpeech(in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if (Speech.Contains(e.Class) && (e.Part & ActPart.Verb) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, TermSet words)
    {
        foreach (Token t in tokens)
        {
            if (words.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }
}
