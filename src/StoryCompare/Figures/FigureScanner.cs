using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>Scans the lexemes of one sentence for figures. Every step looks a bounded way ahead and behind, so a sentence costs time linear in its length.</summary>
internal ref partial struct FigureScanner(string source, ReadOnlySpan<Lexeme> lexemes, FigureLexicon lexicon, int sentence, List<ExtractedFigure> figures)
{
    private readonly ReadOnlySpan<Lexeme> _lx = lexemes;
    private readonly string _source = source;
    private readonly bool _titleCase = IsTitleCase(lexemes);
    /// <summary>Lexemes before this one belong to an earlier figure.</summary>
    private int _floor = 0;
    private Draft _previous;
    private bool _hasPrevious;
    /// <summary>The last figure of this sentence that counts something.</summary>
    private Draft _counted;
    private bool _hasCounted;
    /// <summary>Where in the list this sentence's figures start.</summary>
    private readonly int _firstFigure = figures.Count;

    /// <summary>Appends the figures in text order.</summary>
    public void Scan()
    {
        int i = 0;
        while (i < _lx.Length)
        {
            int next = MayStart(i) ? TryFigure(i) : 0;
            i = next > i ? next : i + 1;
        }
    }

    private readonly bool MayStart(int i) =>
        _lx[i].IsNumber || (_lx[i].IsWord && _lx[i].Entry != 0 && Entry(i) is var e && (e.Number != NumberRole.None || (e.Roles & (WordRole.Article | WordRole.Another)) != WordRole.None || e.Magnitude || e.StartsUnit || e.LongUnit is not null));

    // Returns the lexeme behind what was read, figure or not; 0 when nothing was read.
    private int TryFigure(int i)
    {
        if (Has(i, WordRole.Article) && ReadIndefiniteTime(i) is var after and > 0)
        {
            return after;
        }

        if (_lx[i].IsWord && Entry(i).Number == NumberRole.None && (ReadLong(i) is var lasting and > 0 ? lasting : ReadAnother(i)) is var told and > 0)
        {
            return told;
        }

        if (SkipNonFigure(i) is var skipped and > 0)
        {
            return skipped;
        }

        if (!ReadCore(i, out Draft d))
        {
            return 0;
        }

        ReadRange(ref d);
        ReadRangeOfRates(ref d);
        if (IsNonFigure(ref d))
        {
            return Math.Max(d.Next, i + 1);
        }

        if (d.Unit is null)
        {
            ReadCounted(ref d);
            if (d.Noun is null && !Inherit(ref d) && IsBareNoise(ref d))
            {
                return Math.Max(d.Number.Next, i + 1);
            }
        }

        ReadTemperatureChange(ref d);
        ReadRate(ref d);
        ReadQualifier(ref d);
        if (d.Rate is null)
        {
            // "$50 or more per hour".
            ReadRate(ref d);
        }

        ReadRole(ref d);
        ReadAgeOfGroup(ref d);
        ReadChange(ref d);
        Emit(ref d);
        if (d.IsRange && Has(d.Next, WordRole.To) && Chain(d, out Draft rest))
        {
            Emit(ref rest);
            return rest.Next;
        }

        return d.Next;
    }

    private void Emit(ref Draft d)
    {
        Figure figure = ToFigure(ref d);
        if (!double.IsFinite(figure.Value) || (figure.High is { } high && !double.IsFinite(high)))
        {
            return;
        }

        int start = _lx[d.First].Start;
        int end = _lx[d.Next - 1].End;
        ExtractedFigure extracted = new(figure, new TextSpan(start, end), sentence);
        int next = d.Next;
        if (ReadConversion(ref d, out Draft converted, out int behind))
        {
            extracted = extracted with
            {
                Span = new TextSpan(start, _lx[behind - 1].End),
                Converted = new ExtractedFigure(ToFigure(ref converted), new TextSpan(_lx[converted.First].Start, _lx[converted.Next - 1].End), sentence),
            };
            next = behind;
        }

        ShareUnit(ref d);
        figures.Add(extracted);
        d.Next = next;
        _floor = next;
        if (d.Noun is not null)
        {
            _counted = d;
            _hasCounted = true;
        }

        _previous = d;
        _hasPrevious = true;
    }

    private readonly Figure ToFigure(ref Draft d)
    {
        string unit = d.Unit?.Symbol ?? d.Noun ?? "";
        double value = d.Value;
        double high = d.High;
        double step = d.Step;
        string counts = Counts(d, unit);
        if (d.Number.IsFraction && (d.Unit is null || d.Unit.Dimension == "number"))
        {
            // A share of something reads as per cent: "two-thirds of voters" 66.7 %.
            unit = "%";
            value *= 100;
            high *= 100;
            step *= 100;
        }

        return new Figure
        {
            Value = value,
            High = d.IsRange || d.Number.IsVague ? high : null,
            Unit = d.Rate is null ? unit : unit + "/" + d.Rate,
            Qualifier = d.Number.IsVague && !d.IsRange ? FigureQualifier.Vague : d.IsRange ? FigureQualifier.Range : d.Qualifier,
            IsBelow = d.Below,
            Change = d.Change,
            Counts = counts,
            Role = d.Role ?? "",
            Step = step,
        };
    }

    // What is counted, as written; one string with the noun where nothing else is said of it ("30 people").
    private readonly string Counts(in Draft d, string noun)
    {
        ReadOnlySpan<char> words = d.CountsEnd > d.CountsStart ? _source.AsSpan(d.CountsStart..d.CountsEnd) : [];
        return words.SequenceEqual(noun) ? noun : words.ToString();
    }

    // "eight or nine euros": a figure without a unit takes that of the next in its list.
    private readonly void ShareUnit(ref Draft d)
    {
        if (!_hasPrevious || figures.Count <= _firstFigure || _previous.HasUnit || _previous.Role is not null || _previous.Number.IsFraction || !d.HasUnit || d.MoneyBefore || (d.IsHedged && _previous.Step < 1))
        {
            return;
        }

        int between = d.First - _previous.Next;
        bool listed = between == 1 && (_lx[d.First - 1].Is(',') || Has(d.First - 1, WordRole.And | WordRole.Or | WordRole.To));
        listed |= between == 2 && _lx[_previous.Next].Is(',') && Has(d.First - 1, WordRole.And | WordRole.Or);
        if (listed)
        {
            ExtractedFigure before = figures[^1];
            figures[^1] = before with { Figure = before.Figure with { Unit = d.Unit?.Symbol ?? d.Noun ?? "", Counts = Counts(d, d.Noun ?? "") } };
        }
    }

    // Beyond the sentence stands nothing: the unknown word.
    private readonly LexiconEntry Entry(int i) => lexicon[(uint)i < (uint)_lx.Length ? _lx[i].Entry : 0];

    private readonly bool Has(int i, WordRole role) => (Entry(i).Roles & role) != WordRole.None;

    private readonly ReadOnlySpan<char> Chars(int i) => (uint)i < (uint)_lx.Length ? _source.AsSpan(_lx[i].Start, _lx[i].End - _lx[i].Start) : default;

    private readonly bool IsDeterminer(int i) => Has(i, WordRole.Determiner);

    private static bool IsTitleCase(ReadOnlySpan<Lexeme> lexemes)
    {
        int words = 0;
        int capitals = 0;
        foreach (ref readonly Lexeme lexeme in lexemes)
        {
            if (lexeme.IsWord && lexeme.End - lexeme.Start > 3)
            {
                words++;
                capitals += lexeme.IsCapitalised ? 1 : 0;
            }
        }

        return words >= 2 && capitals * 10 >= words * 7;
    }
}
