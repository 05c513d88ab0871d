using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>How firmly the poles of a pair of contraries exclude each other.</summary>
internal enum ContraryKind : byte
{
    /// <summary>It is so or it is not.</summary>
    Fact,
    /// <summary>A thing may pass from one pole to the other.</summary>
    State,
    /// <summary>More or less of one thing.</summary>
    Degree,
    /// <summary>Left open on the first pole, told on the other: no contraries, but of one matter.</summary>
    Open,
}

/// <summary>A phrase that tells one pole of a pair of contraries.</summary>
/// <param name="Row">Number of the pair.</param>
/// <param name="Pole">1 or -1.</param>
/// <param name="OfSubject">Whether it is said of what stands before it ("the bridge held"), not of its object.</param>
/// <param name="OfNobody">Whether it is said of the event as a whole ("no arrests").</param>
/// <param name="Terms">Its words; 0 stands for any word, 1 for a capitalised one.</param>
internal sealed record ContraryPhrase(int Row, sbyte Pole, bool OfSubject, bool OfNobody, uint[] Terms);

/// <summary>Contrary predicates of news writing (<c>contraries.tsv</c>), found in a run of tokens.</summary>
internal static class Contraries
{
    private static readonly uint Anything = TermHash.Of("*");
    private static readonly uint Capitalised = TermHash.Of("@");
    private static readonly uint Person = TermHash.Of("PERSON");
    private static readonly uint Event = TermHash.Of("EVENT");
    private const uint Capital = 1;
    private static readonly uint Profit = WordTable.StemOf("profit");
    private static readonly uint Injury = WordTable.StemOf("injury");
    private static readonly uint Body = WordTable.StemOf("body");
    private static readonly uint Victim = WordTable.StemOf("victim");
    private static readonly List<(string About, ContraryKind Kind, TermSet SaidOf)> Rows = [];
    private static readonly TermMap<Opening> ByFirst = Load();

    /// <summary>What a pair is about, in a word or two.</summary>
    public static string About(int row) => Rows[row].About;

    /// <summary>How firmly its poles exclude each other.</summary>
    public static ContraryKind KindOf(int row) => Rows[row].Kind;

    /// <summary>Whether the pair can be said of what the stem names; <paramref name="isPerson"/>: it names somebody.</summary>
    public static bool CanBeSaidOf(int row, uint stem, bool isPerson) =>
        Rows[row].SaidOf.Contains(stem) || Rows[row].SaidOf.Contains(Anything) || (isPerson && Rows[row].SaidOf.Contains(Person));

    /// <summary>Whether the pair is said of people.</summary>
    public static bool IsOfPeople(int row) => Rows[row].SaidOf.Contains(Person);

    /// <summary>Whether the pair is told of the event, whomever its words are said of: arrests, an agreement, the cause.</summary>
    public static bool IsOfEvent(int row) => Rows[row].SaidOf.Contains(Event);

    /// <summary>Whether the pair is said of amounts: profits, prices.</summary>
    public static bool IsOfAmounts(int row) => Rows[row].SaidOf.Contains(Profit);

    /// <summary>Whether the pair is said of harm to people: injuries, burns.</summary>
    public static bool IsOfHarm(int row) => Rows[row].SaidOf.Contains(Injury);

    /// <summary>Whether the pair tells if people, or the dead, are known by name.</summary>
    public static bool IsOfNames(int row) => Rows[row].SaidOf.Contains(Victim) && Rows[row].SaidOf.Contains(Body);

    /// <summary>Adds the phrases that start at <paramref name="index"/> with their length in tokens: for each pair and pole the longest one. Quotation marks inside are passed over ("\"ill\" equipped").</summary>
    public static void Match(TokenizedText text, ReadOnlySpan<Token> tokens, int index, List<(ContraryPhrase Phrase, int Length)> found)
    {
        if (!tokens[index].IsWord || !ByFirst.TryGetValue(tokens[index].Term, out Opening? opening))
        {
            return;
        }

        int second = PassMarks(text, tokens, index + 1);
        foreach (ContraryPhrase p in opening.Before(second < tokens.Length ? tokens[second].Term : 0))
        {
            int length = Length(text, tokens, index, p.Terms);
            if (length > 0 && !Holds(found, p.Row))
            {
                found.Add((p, length));
            }
        }
    }

    private static bool Holds(List<(ContraryPhrase Phrase, int Length)> found, int row)
    {
        foreach ((ContraryPhrase phrase, _) in found)
        {
            if (phrase.Row == row)
            {
                return true;
            }
        }

        return false;
    }

    // The first token from there on that is no hyphen or quotation mark.
    private static int PassMarks(TokenizedText text, ReadOnlySpan<Token> tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Kind == TokenKind.Punctuation && text.Source[tokens[at].Start] is '-' or '"' or '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D')
        {
            at++;
        }

        return at;
    }

    // Tokens that the phrase takes; 0 where it does not stand here.
    private static int Length(TokenizedText text, ReadOnlySpan<Token> tokens, int index, uint[] terms)
    {
        int at = index;
        for (int i = 0; i < terms.Length; i++)
        {
            at = i > 0 ? PassMarks(text, tokens, at) : at;
            if (at >= tokens.Length || !tokens[at].IsWord || (terms[i] == Capital ? !tokens[at].IsCapitalised : terms[i] != 0 && tokens[at].Term != terms[i]))
            {
                return 0;
            }

            at++;
        }

        return at - index;
    }

    private static TermMap<Opening> Load()
    {
        Dictionary<uint, List<ContraryPhrase>> byFirst = [];
        foreach (string[] columns in EmbeddedData.Rows("contraries.tsv"))
        {
            int row = Rows.Count;
            Rows.Add((columns[0], Kind(columns[1]), columns[2].Split(',').Select(static w => w == "*" ? Anything : w == "PERSON" ? Person : w == "EVENT" ? Event : WordTable.StemOf(w.AsSpan(w.LastIndexOf(' ') + 1))).ToTermSet()));
            Read(columns[3], row, 1, byFirst);
            Read(columns[4], row, -1, byFirst);
        }

        TermMap<Opening> openings = new(byFirst.Count);
        foreach ((uint first, List<ContraryPhrase> phrases) in byFirst)
        {
            openings[first] = new Opening(phrases);
        }

        return openings;
    }

    private static ContraryKind Kind(string name) => name switch
    {
        "fact" => ContraryKind.Fact,
        "state" => ContraryKind.State,
        "degree" => ContraryKind.Degree,
        "open" => ContraryKind.Open,
        _ => throw new InvalidDataException(name),
    };

    /// <summary>The phrases of one first word. Some words ("has", "not") open hundreds, of which the word behind leaves a few.</summary>
    private sealed class Opening
    {
        private readonly ContraryPhrase[] _byAnyWord;
        private readonly TermMap<ContraryPhrase[]> _bySecond;

        // The longest phrase first: "not guilty" before "guilty".
        public Opening(List<ContraryPhrase> phrases)
        {
            List<ContraryPhrase> byAnyWord = [];
            Dictionary<uint, List<ContraryPhrase>> bySecond = [];
            int longest = 0;
            foreach (ContraryPhrase p in phrases)
            {
                longest = Math.Max(longest, p.Terms.Length);
            }

            for (int length = longest; length > 0; length--)
            {
                foreach (ContraryPhrase p in phrases)
                {
                    if (p.Terms.Length == length)
                    {
                        Add(p, byAnyWord, bySecond);
                    }
                }
            }

            _byAnyWord = byAnyWord.ToArray();
            _bySecond = new TermMap<ContraryPhrase[]>(bySecond.Count);
            foreach ((uint second, List<ContraryPhrase> list) in bySecond)
            {
                _bySecond[second] = list.ToArray();
            }
        }

        /// <summary>Those that may stand before a word, in their order.</summary>
        public ContraryPhrase[] Before(uint second) => _bySecond.TryGetValue(second, out ContraryPhrase[]? phrases) ? phrases : _byAnyWord;

        private static void Add(ContraryPhrase p, List<ContraryPhrase> byAnyWord, Dictionary<uint, List<ContraryPhrase>> bySecond)
        {
            if (TakesAnyWord(p))
            {
                byAnyWord.Add(p);
                foreach ((_, List<ContraryPhrase> all) in bySecond)
                {
                    all.Add(p);
                }

                return;
            }

            if (!bySecond.TryGetValue(p.Terms[1], out List<ContraryPhrase>? list))
            {
                bySecond[p.Terms[1]] = list = [.. byAnyWord];
            }

            list.Add(p);
        }

        private static bool TakesAnyWord(ContraryPhrase p) => p.Terms.Length == 1 || p.Terms[1] is 0 or Capital;
    }

    private static void Read(string phrases, int row, sbyte pole, Dictionary<uint, List<ContraryPhrase>> byFirst)
    {
        List<string> spelled = [];
        foreach (string phrase in phrases.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Spell(phrase, spelled);
        }

        foreach (string phrase in spelled)
        {
            bool ofSubject = phrase[0] == '^';
            bool ofNobody = phrase[0] == '~';
            uint[] terms = WordTable.TermsOf(phrase.AsSpan(ofSubject || ofNobody ? 1 : 0));
            for (int i = 0; i < terms.Length; i++)
            {
                terms[i] = terms[i] == Anything ? 0 : terms[i] == Capitalised ? Capital : terms[i];
            }

            if (!byFirst.TryGetValue(terms[0], out List<ContraryPhrase>? list))
            {
                byFirst[terms[0]] = list = [];
            }

            list.Add(new ContraryPhrase(row, pole, ofSubject, ofNobody, terms));
        }
    }

    // "[is|was] not [yet|] known": each choice written out.
    private static void Spell(string phrase, List<string> spelled)
    {
        int open = phrase.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            spelled.Add(phrase.TrimStart(' '));
            return;
        }

        int close = phrase.IndexOf(']', open);
        foreach (string choice in phrase[(open + 1)..close].Split('|'))
        {
            Spell(phrase[..open] + choice + phrase[(close + 1)..], spelled);
        }
    }
}
