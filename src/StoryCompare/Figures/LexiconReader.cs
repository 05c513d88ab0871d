using System.Globalization;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>Builds the tables of a <see cref="FigureLexicon"/> from the rows of its file.</summary>
internal sealed class LexiconReader
{
    public char DecimalMark { get; private set; } = '.';
    public List<LexiconEntry> Entries { get; } = [new LexiconEntry()];
    public TermMap<int> Index { get; } = new();
    public Dictionary<ulong, FigureUnit> Units { get; } = [];
    public Dictionary<ulong, QualifierPhrase> Qualifiers { get; } = [];
    public Dictionary<ulong, QualifierPhrase> After { get; } = [];
    public Dictionary<ulong, string> Roles { get; } = [];
    public HashSet<double> Never { get; } = [];
    public HashSet<string> PersonRoles { get; } = new(StringComparer.Ordinal);
    public HashSet<ulong> NonFigureNext { get; } = [];
    public HashSet<ulong> MagnitudeAfter { get; } = [];
    public Dictionary<string, double> Suffixes { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds one row.</summary>
    /// <exception cref="FormatException">The kind is unknown, or a value cannot be read.</exception>
    public void Add(string kind, string value, string forms)
    {
        if (kind == "decimal")
        {
            DecimalMark = value[0];
            return;
        }

        foreach (string form in forms.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            AddForm(kind, value, form);
        }
    }

    private void AddForm(string kind, string value, string form)
    {
        switch (kind)
        {
            case "suffix":
                Suffixes[form[1..]] = Number(value);
                return;
            case "unit":
                FigureUnit unit = FigureUnits.OfSymbol(value) ?? throw new FormatException($"The unit '{value}' of '{form}' is not in figure_units.tsv.");
                First(form).StartsUnit = true;
                Units.TryAdd(FigureLexicon.PhraseOf(form), unit);
                return;
            case "qualifier":
                First(form).StartsQualifier = true;
                Qualifiers.TryAdd(FigureLexicon.PhraseOf(form), Qualifier(value));
                return;
            case "after":
                First(form).StartsAfter = true;
                After.TryAdd(FigureLexicon.PhraseOf(form), Qualifier(value));
                return;
            case "role":
                First(form).StartsRole = true;
                Roles.TryAdd(FigureLexicon.PhraseOf(form), value);
                return;
            case "never":
                Never.Add(Number(form));
                return;
            case "personrole":
                PersonRoles.Add(form);
                return;
            case "nonfigure" when value == "next":
                First(form).StartsPlain = true;
                NonFigureNext.Add(FigureLexicon.PhraseOf(form));
                return;
            case "magnitudeafter":
                MagnitudeAfter.Add(FigureLexicon.PhraseOf(form));
                return;
            default:
                AddWord(kind, value, First(form), form);
                return;
        }
    }

    private static void AddWord(string kind, string value, LexiconEntry entry, string form)
    {
        switch (kind)
        {
            case "small": entry.Number = NumberRole.Small; entry.Value = Number(value); break;
            case "hundred": entry.Number = NumberRole.Hundred; entry.Value = Number(value); break;
            case "scale": entry.Number = NumberRole.Scale; entry.Value = Number(value); break;
            case "dozen" or "score": entry.Number = kind == "dozen" ? NumberRole.Dozen : entry.Number; entry.Value = kind == "dozen" ? Number(value) : entry.Value; break;
            case "half": entry.Number = NumberRole.Half; entry.Value = Number(value); break;
            case "couple": entry.Number = NumberRole.Couple; entry.Value = Number(value); break;
            case "vague" or "few":
                string[] ends = value.Split("..");
                entry.Number = kind == "vague" ? NumberRole.Vague : NumberRole.Few;
                entry.Value = Number(ends[0]);
                entry.High = Number(ends[1]);
                break;
            case "fraction": entry.Denominator = (int)Number(value); break;
            case "month": entry.Month = (int)Number(value); break;
            case "moneyprefix": entry.MoneyPrefix = value; break;
            case "rolenoun": entry.RoleNoun = value; break;
            case "plural": entry.SingularForm = value; break;
            case "ageold": entry.AgeOld = true; break;
            case "magnitude": entry.Magnitude = true; break;
            case "long": entry.LongUnit = value; break;
            case "temperaturechange":
                entry.TemperatureChangeAfter |= value == "after";
                entry.TemperatureChangeBefore |= value == "before";
                break;
            case "nonfigure":
                entry.OneStops |= value == "one";
                entry.TwoStops |= value == "two";
                entry.LowersBefore |= value == "before";
                break;
            default: entry.Roles |= Role(kind, form); break;
        }

        if (kind == "plural")
        {
            entry.Roles |= WordRole.Plural;
        }
    }

    private static WordRole Role(string kind, string form) => kind switch
    {
        "article" => WordRole.Article,
        "of" => WordRole.Of,
        "to" => WordRole.To,
        "and" => WordRole.And,
        "minus" => WordRole.Minus,
        "point" => WordRole.Point,
        "between" => WordRole.Between,
        "from" => WordRole.From,
        "per" => WordRole.Per,
        "in" => WordRole.In,
        "join" => WordRole.Join,
        "or" => WordRole.Or,
        "stop" => WordRole.Stop,
        "verb" => WordRole.Verb | WordRole.Stop,
        "adjective" => WordRole.Adjective,
        "singular" => WordRole.Singular,
        "people" => WordRole.People | WordRole.Plural,
        "label" => WordRole.Label,
        "weekday" => WordRole.Weekday,
        "clock" => WordRole.Clock,
        "era" => WordRole.Era,
        "yearword" => WordRole.YearWord,
        "ratenoun" => WordRole.RateNoun,
        "scorenoun" => WordRole.ScoreNoun,
        "street" => WordRole.Street,
        "agename" => WordRole.AgeName,
        "ageverb" => WordRole.AgeVerb,
        "timeafter" => WordRole.TimeAfter,
        "timeago" => WordRole.TimeAgo,
        "every" => WordRole.Every,
        "ordinalscale" => WordRole.OrdinalScale,
        "all" => WordRole.All,
        "ageat" => WordRole.AgeAt,
        "agegroup" => WordRole.AgeGroup,
        "parent" => WordRole.Parent,
        "decadeword" => WordRole.DecadeWord,
        "outlet" => WordRole.Outlet,
        "another" => WordRole.Another,
        "paired" => WordRole.Paired,
        "particle" => WordRole.Particle,
        "quake" => WordRole.Quake,
        "aux" => WordRole.Aux,
        "determiner" => WordRole.Determiner,
        "out" => WordRole.Out,
        "up" => WordRole.Up,
        "down" => WordRole.Down,
        _ => throw new FormatException($"'{form}' has the unknown kind '{kind}'."),
    };

    private LexiconEntry First(string form)
    {
        int end = form.IndexOfAny([' ', '-']);
        // A form that starts with a hyphen ("-odd") is listed by its letters.
        string word = end > 0 ? form[..end] : form.TrimStart('-');
        uint term = TermHash.Of(word);
        if (!Index.TryGetValue(term, out int index))
        {
            index = Entries.Count;
            Entries.Add(new LexiconEntry());
            Index[term] = index;
        }

        return Entries[index];
    }

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private static QualifierPhrase Qualifier(string value) =>
        new(Enum.Parse<FigureQualifier>(value.TrimStart('-')), value.StartsWith('-'));
}
