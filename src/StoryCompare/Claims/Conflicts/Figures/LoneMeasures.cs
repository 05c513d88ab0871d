using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Measures that an event has one of, told once in each article: the speed of the train, the age of the ferry, how long the strike lasted. What is told of it need share no word.</summary>
/// <remarks>
/// Real reports of one speed or one duration seldom use the same words ("was traveling at", "the locomotive was running at"). That each article tells one such measure and no limit, record or earlier event stands beside it
/// is the tie; always low. Linear in the figures, read once a story.
/// </remarks>
internal sealed class LoneMeasures
{
    /// <summary>The strength of the tie: no firm one.</summary>
    public const double Strength = 0.34;

    // Two reports of one measure seldom differ by more.
    private const double MostRatio = 2.5;

    // Words between "was" and "24 years old".
    private const int VerbWithin = 4;

    // Tokens on either side in which a limit is told.
    private const int LimitWithin = 10;

    // Tokens of a subject that is somebody's: "his former deputy".
    private const int OwnedWithin = 6;

    private static readonly FrozenSet<string> Dimensions = new[] { "speed", "area", "mass", "volume", "temperature", "magnitude" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly TermSet Limits = WordSets.Of("measure.limits");
    private static readonly TermSet Lasting = WordSets.Of("measure.lasting");
    private static readonly TermSet Events = WordTable.StemsOf("date_words.tsv", "event");
    private static readonly TermSet Being = TermHash.SetOf("is", "was", "be", "been");
    private static readonly TermSet Owners = TermHash.SetOf("his", "her", "its", "their");
    private static readonly TermSet Night = TermHash.SetOf("night", "overnight", "nights");
    private static readonly TermSet Gusts = TermHash.SetOf("gust", "gusts");
    private static readonly TermSet Shocks = TermHash.SetOf("aftershock", "aftershocks", "foreshock", "foreshocks");
    private static readonly TermSet Limit = TermHash.SetOf("limit", "allowed", "permitted");
    private static readonly TermSet Heats = TermHash.SetOf("heats", "heat", "semifinal", "semifinals", "qualifying", "training", "practice");
    private static readonly TermSet Others = TermHash.SetOf("another", "second", "third");
    private static readonly TermSet Neighbouring = TermHash.SetOf("neighboring", "neighbouring", "inland");
    private static readonly TermSet General = WordSets.Of("measure.general");
    private static readonly TermSet Ending = TermHash.SetOf("ended", "end", "ends", "over", "finished");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint A = TermHash.Of("a");
    private static readonly uint Among = TermHash.Of("among");
    private static readonly uint When = TermHash.Of("when");
    private static readonly uint Who = TermHash.Of("who");
    private static readonly uint The = TermHash.Of("the");
    private static readonly uint Old = TermHash.Of("old");
    private static readonly uint After = TermHash.Of("after");
    private static readonly uint For = TermHash.Of("for");

    private readonly StoryContext _story;
    private readonly Dictionary<StoryFigure, string> _kinds = [];
    private readonly Dictionary<StoryFigure, string> _things = [];
    private readonly Dictionary<(int Article, string Kind), HashSet<double>> _told = [];

    /// <summary>Reads which measures each article tells.</summary>
    /// <param name="story">The story.</param>
    /// <param name="groups">All its figures.</param>
    public LoneMeasures(StoryContext story, IReadOnlyList<FigureGroup> groups)
    {
        _story = story;
        foreach (StoryFigure f in groups.SelectMany(static g => g.Members))
        {
            if (KindOf(f) is { Length: > 0 } kind)
            {
                _kinds[f] = kind;
                (_told.TryGetValue((f.At.Article, kind), out HashSet<double>? values) ? values : _told[(f.At.Article, kind)] = []).Add(f.Figure.Value);
            }
        }
    }

    /// <summary>What both are the only ones of in their articles; empty where they are not.</summary>
    /// <param name="a">One figure.</param>
    /// <param name="b">The other.</param>
    /// <param name="ratio">How many times the larger is the smaller.</param>
    public string Shared(StoryFigure a, StoryFigure b, double ratio) =>
        ratio <= MostRatio && _kinds.TryGetValue(a, out string? kind) && _kinds.TryGetValue(b, out string? other) && kind == other
        && _told[(a.At.Article, kind)].Count == 1 && _told[(b.At.Article, kind)].Count == 1 && (a.Figure.Unit != "age" || AreOneThing(a, b)) && !IsBounded(a) && !IsBounded(b) ? kind : "";

    /// <summary>Why two measures of one dimension are of two things: one is a limit, an aftershock's, of the night, of somebody's relative or deputy; null where nothing says so.</summary>
    /// <param name="a">One figure.</param>
    /// <param name="b">The other.</param>
    public string? Apart(StoryFigure a, StoryFigure b)
    {
        string dimension = Dimension.Of(a.Figure.Unit);
        if (dimension is "speed" or "temperature" && (IsBounded(a) || Tells(a, Limit)) != (IsBounded(b) || Tells(b, Limit)))
        {
            return "one is a limit or what is usual";
        }

        if (dimension == "speed" && Tells(a, Gusts) != Tells(b, Gusts))
        {
            return "one is told of a gust";
        }

        if (dimension == "temperature" && Tells(a, Night) != Tells(b, Night))
        {
            return "one is told of the night";
        }

        if (a.Slot.Thing == "magnitude" && Tells(a, Shocks) != Tells(b, Shocks))
        {
            return "one is told of an aftershock";
        }

        if (a.Figure.Unit == "min" && Tells(a, Heats) != Tells(b, Heats))
        {
            return "one is told of another race";
        }

        if (dimension == "length" && a.Slot.Matter.Length > 0 && b.Slot.Matter.Length > 0 && a.Slot.Matter != b.Slot.Matter && !_story.Aligned(a.At, b.At))
        {
            return $"they are lengths of two kinds: {a.Slot.Matter}, {b.Slot.Matter}";
        }

        if (Opens(a, Others) != Opens(b, Others))
        {
            return "one is told of another one";
        }

        if (Tells(a, Neighbouring) != Tells(b, Neighbouring))
        {
            return "one is told of a neighbouring place";
        }

        if (a.Figure.Unit == FigureUnits.Percent.Symbol && OpensAmong(a) != OpensAmong(b))
        {
            return "one is a share of a part";
        }

        bool personal = a.Figure.Unit == "age" || a.Slot.Matter == "salary" || CountedThings.IsTally(a.Slot.Thing) || (a.Slot.Matter is "prison" or "marriage" or "service" && Dimension.IsTime(a.Figure.Unit));
        return personal && OwnedSubject(a) != OwnedSubject(b) ? "one is told of somebody's relative or colleague" : null;
    }

    // "A second shaft", "another club": the subject is another one.
    private bool Opens(StoryFigure f, TermSet words)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(f.At.Article).Text.TokensOf(_story.Sentence(f.At));
        return tokens.Length > 2 && (words.Contains(tokens[0].Term) || (tokens[0].Term == A && words.Contains(tokens[1].Term)));
    }

    // "Among people under 25, …".
    private bool OpensAmong(StoryFigure f) => _story.Analyzed(f.At.Article).Text.TokensOf(_story.Sentence(f.At))[0].Term == Among;

    private bool Tells(StoryFigure f, TermSet words)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(f.At.Article).Text.TokensOf(_story.Sentence(f.At));
        foreach (Token t in tokens)
        {
            if (words.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    // "His former deputy, who told everything, was jailed for two years": the stem of who stands at the head of the sentence as somebody's; 0 for others.
    private uint OwnedSubject(StoryFigure f)
    {
        TokenizedText text = _story.Analyzed(f.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(f.At));
        if (!Owners.Contains(tokens[0].Term))
        {
            return 0;
        }

        for (int i = 1; i < Math.Min(tokens.Length, OwnedWithin); i++)
        {
            bool who = tokens[i].Kind == TokenKind.Punctuation && i + 1 < tokens.Length && (tokens[i + 1].Term == Who || tokens[i + 1].Term == The);
            if (who && tokens[i - 1].IsContent)
            {
                return tokens[i - 1].Stem;
            }

            if (tokens[i].IsWord && CountedThings.PersonStems.Contains(tokens[i].Stem))
            {
                return tokens[i].Stem;
            }

            if (Insertions.IsFinite(text, tokens, i))
            {
                return 0;
            }
        }

        return 0;
    }

    private string KindOf(StoryFigure f)
    {
        Figure figure = f.Figure;
        if (figure.Unit == "age")
        {
            return IsAgeOfThing(f) ? "age of a thing" : "";
        }

        string dimension = Dimension.Of(figure.Unit);
        if (FigureUnits.OfSymbol(figure.Unit) is { IsTime: true } && figure.Unit is "h" or "d" or "wk" or "mo" or "min")
        {
            return figure.Value > 1 && figure.Value != Math.Floor(figure.Value) && figure.Unit == "min" ? "time of a race" : figure.Value > 1 && Lasts(f) ? "time in " + figure.Unit : "";
        }

        return Dimensions.Contains(dimension) ? dimension : "";
    }

    // "The 31-year-old ferry", "the vessel was 24 years old": one noun, one kind, or a noun for many kinds.
    private bool AreOneThing(StoryFigure a, StoryFigure b)
    {
        (string x, string y) = (_things[a], _things[b]);
        return x == y || General.Contains(TermHash.Of(x)) || General.Contains(TermHash.Of(y)) || CountedThings.ThingOf(x) == CountedThings.ThingOf(y) || Kinship.Of(WordTable.StemOf(x), WordTable.StemOf(y)) != KinKind.None;
    }

    // "The 24-year-old ferry", "the ferry was 31 years old"; not of persons, named or by a noun.
    private bool IsAgeOfThing(StoryFigure f)
    {
        TokenizedText text = _story.Analyzed(f.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(f.At));
        (int first, int end) = FigureSlotReader.TokensOf(tokens, f.Extracted.Span);
        if (end - first > 2 && tokens[end - 1].Term == Old && text.Source[tokens[end - 1].Start - 1] == '-')
        {
            _things[f] = end < tokens.Length ? text.String(tokens[end].Span).ToLowerInvariant() : "";
            return AgeTwins.IsOfThing(_story, f);
        }

        if (tokens[end - 1].Term != Old)
        {
            return false;
        }

        int verb = first - 1;
        while (verb > 0 && first - verb < VerbWithin && !Being.Contains(tokens[verb].Term))
        {
            verb--;
        }

        if (verb <= 0 || !Being.Contains(tokens[verb].Term))
        {
            return false;
        }

        int noun = Noun(f.At, tokens, verb - 1);
        _things[f] = noun >= 0 ? text.String(tokens[noun].Span).ToLowerInvariant() : "";
        return noun >= 0 && !tokens[noun].IsCapitalised && tokens[noun].IsContent && !CountedThings.PersonStems.Contains(tokens[noun].Stem) && !CountedThings.NamesPeople(text.String(tokens[noun].Span).ToLowerInvariant());
    }

    // The noun before a verb, asides stepped over.
    private int Noun(SentenceRef at, ReadOnlySpan<Token> tokens, int before)
    {
        foreach ((int start, int stop) in _story.Articles[at.Article].Asides(at.Sentence))
        {
            if (start <= before && before < stop)
            {
                // "The company, which is 125 years old": the noun before the aside; "the ferry, which …, was": the same. "The captain, who is 54 years old" is no thing.
                return start + 1 < tokens.Length && tokens[start + 1].Term == Who ? -1 : start - 1;
            }
        }

        return tokens[before].IsWord ? before : -1;
    }

    // "Lasted 21 days", "ended after 16 days", "stayed out for 16 days", "an 18-hour operation"; not "two days later" or "in three weeks".
    private bool Lasts(StoryFigure f)
    {
        TokenizedText text = _story.Analyzed(f.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(f.At));
        (int first, int end) = FigureSlotReader.TokensOf(tokens, f.Extracted.Span);
        bool hyphened = text.Source.AsSpan(f.Extracted.Span.Start, f.Extracted.Span.Length).Contains('-');
        if (hyphened)
        {
            return end < tokens.Length && tokens[end].IsContent && !tokens[end].IsCapitalised && Events.Contains(tokens[end].Stem);
        }

        if (first == 0)
        {
            return false;
        }

        uint before = tokens[first - 1].Term;
        if (end < tokens.Length && tokens[end].Term == When)
        {
            // "Had been missing for two hours when his mother called": so far.
            return false;
        }

        bool ended = false;
        for (int i = Math.Max(0, first - VerbWithin); i < first; i++)
        {
            ended |= Ending.Contains(tokens[i].Term);
        }

        return Lasting.Contains(before) || (before == After && (ended || (end < tokens.Length && tokens[end].Term == Of))) || before == For || (first > 1 && Lasting.Contains(tokens[first - 2].Term));
    }

    // "The limit is 45 miles an hour", "a record", "usually".
    private bool IsBounded(StoryFigure f)
    {
        TokenizedText text = _story.Analyzed(f.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(f.At));
        (int first, int end) = FigureSlotReader.TokensOf(tokens, f.Extracted.Span);
        for (int i = Math.Max(0, first - LimitWithin); i < Math.Min(tokens.Length, end + LimitWithin); i++)
        {
            if (Limits.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }
}
