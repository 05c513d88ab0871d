using System.Globalization;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>What a word does in a number.</summary>
internal enum NumberRole : byte
{
    None,
    Small,
    Hundred,
    Scale,
    Dozen,
    Vague,
    Half,
    Couple,
    Few,
}

/// <summary>Grammar and other roles of a word.</summary>
[Flags]
internal enum WordRole : ulong
{
    None = 0,
    Article = 1 << 0,
    Of = 1 << 1,
    To = 1 << 2,
    And = 1 << 3,
    Minus = 1 << 4,
    Point = 1 << 5,
    Between = 1 << 6,
    From = 1 << 7,
    Per = 1 << 8,
    In = 1 << 9,
    Join = 1 << 10,
    Or = 1 << 11,
    /// <summary>Ends a noun phrase.</summary>
    Stop = 1 << 12,
    Verb = 1 << 13,
    Adjective = 1 << 14,
    /// <summary>Ends in -s and is no plural.</summary>
    Singular = 1 << 15,
    People = 1 << 16,
    Plural = 1 << 17,
    Label = 1 << 18,
    Weekday = 1 << 19,
    Clock = 1 << 20,
    Era = 1 << 21,
    YearWord = 1 << 22,
    RateNoun = 1 << 23,
    ScoreNoun = 1 << 24,
    Street = 1 << 25,
    AgeName = 1 << 26,
    AgeVerb = 1 << 27,
    TimeAfter = 1 << 28,
    TimeAgo = 1 << 29,
    Up = 1 << 30,
    Down = 1UL << 31,
    Every = 1UL << 32,
    Determiner = 1UL << 33,
    /// <summary>"out" of "out of".</summary>
    Out = 1UL << 34,
    /// <summary>May stand between a number and the role of those counted: "31 people were critically wounded".</summary>
    Aux = 1UL << 35,
    /// <summary>"a 5.5 degree quake" is a magnitude.</summary>
    Quake = 1UL << 36,
    /// <summary>"at" of "dies at 91".</summary>
    AgeAt = 1UL << 37,
    /// <summary>"all" of "all five".</summary>
    All = 1UL << 38,
    /// <summary>"the 500 millionth member".</summary>
    OrdinalScale = 1UL << 39,
    /// <summary>Those who are told apart by age: "children under 5".</summary>
    AgeGroup = 1UL << 40,
    /// <summary>Whose number of children is told: "mother of three".</summary>
    Parent = 1UL << 41,
    /// <summary>"seventies": behind "nineteen" a stretch of time.</summary>
    DecadeWord = 1UL << 42,
    /// <summary>Ends the name of a broadcaster: "9 Eyewitness News".</summary>
    Outlet = 1UL << 43,
    /// <summary>"another" counts one more person: "killing two and wounding another".</summary>
    Another = 1UL << 44,
    /// <summary>Things of which "a pair" is one: "a pair of glasses".</summary>
    Paired = 1UL << 45,
    /// <summary>Ends a compound noun: "break-ins".</summary>
    Particle = 1UL << 46,
}

/// <summary>What the lexicon knows of a word.</summary>
internal sealed class LexiconEntry
{
    public NumberRole Number;
    public double Value;
    public double High;
    /// <summary>Denominator it names, 0 for none: "thirds" 3.</summary>
    public int Denominator;
    public WordRole Roles;
    public int Month;
    /// <summary>Singular of an irregular plural.</summary>
    public string? SingularForm;
    /// <summary>Role of people named by this noun ("deaths").</summary>
    public string? RoleNoun;
    public string? MoneyPrefix;
    public bool OneStops;
    public bool TwoStops;
    public bool StartsUnit;
    public bool StartsQualifier;
    public bool StartsAfter;
    public bool StartsRole;
    public bool StartsPlain;
    public bool Magnitude;
    /// <summary>Unit of one that a word lasts: "monthlong".</summary>
    public string? LongUnit;
    /// <summary>"old" of "years old".</summary>
    public bool AgeOld;
    public bool LowersBefore;
    public bool TemperatureChangeBefore;
    public bool TemperatureChangeAfter;
}

/// <summary>A qualifier phrase.</summary>
internal readonly record struct QualifierPhrase(FigureQualifier Qualifier, bool Below);

/// <summary>The words of one language that make figures: one embedded file <c>figure_words_LANGUAGE.tsv</c>, whose head documents its columns. Immutable.</summary>
internal sealed class FigureLexicon
{
    /// <summary>Most words in a phrase.</summary>
    public const int MaxPhrase = 5;

    private readonly TermMap<int> _index;
    private readonly WordMap<int> _words;
    private readonly bool[] _isNumberWord;
    private readonly LexiconEntry[] _entries;

    // Not frozen: freezing takes longer than reading, and a word is looked up here only when its entry says that a phrase may start with it.
    private readonly Dictionary<ulong, FigureUnit> _units;
    private readonly Dictionary<ulong, QualifierPhrase> _qualifiers;
    private readonly Dictionary<ulong, QualifierPhrase> _after;
    private readonly Dictionary<ulong, string> _roles;
    private readonly HashSet<string> _personRoles;
    private readonly HashSet<double> _never;
    private readonly HashSet<ulong> _nonFigureNext;
    private readonly HashSet<ulong> _magnitudeAfter;
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _suffixes;

    private FigureLexicon(string language)
    {
        LexiconReader reader = new();
        foreach (string[] row in EmbeddedData.Rows($"figure_words_{language}.tsv"))
        {
            reader.Add(row[0], row[1], row.Length > 2 ? row[2] : "");
        }

        Language = language;
        DecimalMark = reader.DecimalMark;
        _entries = [.. reader.Entries];
        _index = reader.Index;
        _words = new WordMap<int>(_index);
        _isNumberWord = [.. _entries.Select(static e => e.Number is not (NumberRole.None or NumberRole.Few or NumberRole.Couple) || e.Denominator > 0 || e.LongUnit is not null || (e.Roles & (WordRole.Article | WordRole.Another)) != WordRole.None)];
        _units = reader.Units;
        _qualifiers = reader.Qualifiers;
        _after = reader.After;
        _roles = reader.Roles;
        _never = reader.Never;
        _personRoles = reader.PersonRoles;
        _nonFigureNext = reader.NonFigureNext;
        _magnitudeAfter = reader.MagnitudeAfter;
        _suffixes = reader.Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>English.</summary>
    public static FigureLexicon English { get; } = new("en");

    /// <summary>Spanish: numbers, months, units, hedges and the commonest nouns.</summary>
    public static FigureLexicon Spanish => SpanishTable.Instance;

    /// <summary>The lexicon of an ISO 639-1 language; English where there is none of its own.</summary>
    public static FigureLexicon Of(string language) => language == "es" ? Spanish : English;

    public string Language { get; }
    public char DecimalMark { get; }

    /// <summary>Index of the word's entry; 0 for an unknown word.</summary>
    public int IndexOf(uint term) => _index.GetValueOrDefault(term);

    /// <summary>The same for a token.</summary>
    public int IndexOf(in Token token) => _words.Of(token);

    /// <summary>Whether the word of an entry can start or be a number.</summary>
    public bool IsNumberWord(int index) => _isNumberWord[index];

    /// <summary>Whether the word of an entry is an article and no number ("a", not "one").</summary>
    public bool IsArticle(int index) => _entries[index] is { Number: NumberRole.None, Denominator: 0, LongUnit: null } e && (e.Roles & WordRole.Article) != WordRole.None;

    public LexiconEntry this[int index] => _entries[index];

    public bool TryUnit(ulong phrase, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FigureUnit? unit) => _units.TryGetValue(phrase, out unit);
    public bool TryQualifier(ulong phrase, out QualifierPhrase qualifier) => _qualifiers.TryGetValue(phrase, out qualifier);
    public bool TryAfter(ulong phrase, out QualifierPhrase qualifier) => _after.TryGetValue(phrase, out qualifier);
    public bool TryRole(ulong phrase, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? role) => _roles.TryGetValue(phrase, out role);
    /// <summary>Whether a role makes a bare number one of people: "31 killed".</summary>
    public bool IsPersonRole(string role) => _personRoles.Contains(role);
    /// <summary>Whether a bare integer is a name: 911.</summary>
    public bool IsNever(double value) => _never.Contains(value);
    public bool IsNonFigure(ulong phrase) => _nonFigureNext.Contains(phrase);
    public bool IsMagnitudeAfter(ulong phrase) => _magnitudeAfter.Contains(phrase);

    /// <summary>The role that a noun gives those it counts ("death": killed), or null.</summary>
    public string? RoleOfNoun(string noun) => _index.TryGetValue(TermHash.Of(noun), out int index) ? _entries[index].RoleNoun : null;

    /// <summary>The multiplier that letters right after digits stand for ("34m"), with their case; 0 for none.</summary>
    public double Suffix(ReadOnlySpan<char> letters) => _suffixes.TryGetValue(letters, out double value) ? value : 0;

    /// <summary>Hash of a phrase: fold its words' terms in order from 0.</summary>
    public static ulong Extend(ulong phrase, uint term) => (phrase * 1099511628211UL) + term + 1;

    // Read when a text asks for it.
    private static class SpanishTable
    {
        public static readonly FigureLexicon Instance = new("es");
    }

    public static ulong PhraseOf(string words)
    {
        ulong hash = 0;
        foreach (string word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            hash = Extend(hash, TermHash.Of(word));
        }

        return hash;
    }
}
