using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <content>What is counted, and in which role: by the figure's own noun, or by the words round a bare number.</content>
internal static partial class FigureSlotReader
{
    private static (Figure Figure, string Thing, string Narrow) Normalise(Figure f, TokenizedText text, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        if (f.Unit.Length == 0 && f.Role.Length == 0)
        {
            return Bare(f, text, tokens, from, first, end, to);
        }

        if (f.Counts.Length == 0 && f.Role.Length == 0 && tokens[end - 1].Kind == TokenKind.Number && tokens[first].Kind != TokenKind.Symbol && Bare(f with { Unit = "" }, text, tokens, from, first, end, to) is { Thing.Length: > 0 } said && said.Thing != "people")
        {
            // A unit taken over from the figure before, where the words say what the number is: "1,500 km south …, a population of 100,000".
            return said;
        }

        if (f.Unit == "deg" && MatterReader.TellsHeat(tokens))
        {
            // Which scale is meant nobody says; both figures are read alike, and no weather is hotter than this in Celsius.
            return (f with { Unit = Math.Abs(f.Value) <= HottestCelsius ? "C" : "F" }, "", "");
        }

        if (f.Unit == "caliber" || f.Unit == "calibre" || f.Counts.StartsWith("caliber ", StringComparison.OrdinalIgnoreCase) || f.Counts.StartsWith("calibre ", StringComparison.OrdinalIgnoreCase))
        {
            return (f with { Unit = "calibre" }, "calibre", "");
        }

        if (CountedThings.Lives.Contains(f.Unit))
        {
            string role = f.Unit == "life" && RoleOf(text, tokens, from, first, end, to) is "rescued" ? "rescued" : "killed";
            return (f with { Unit = "people", Role = role }, "people", "");
        }

        if (CountedThings.Jobs.Contains(f.Unit))
        {
            return RoleOf(text, tokens, from, first, end, to) == "fired" ? (f with { Unit = "people", Role = "fired" }, "people", "") : (f with { Unit = "job" }, "job", "");
        }

        if (CountedThings.Conditions.Contains(f.Unit) && FigureLexicon.English.RoleOfNoun(f.Unit) is { } befell)
        {
            // "30 of the 80 wounded".
            return (f with { Unit = "people", Role = f.Role.Length > 0 ? f.Role : befell }, "people", "");
        }

        bool people = CountedThings.IsPeople(f.Unit);
        bool person = !people && CountedThings.IsPerson(f.Unit);
        if (!people && !person)
        {
            if (ModelOf(f.Counts) is { Length: > 0 } model)
            {
                return (f with { Unit = model }, model, "");
            }

            // "speed boats", where the two words together are a thing of their own.
            string thing = f.Counts.Contains(' ', StringComparison.Ordinal) ? CountedThings.ThingOf(Singular(f)) : CountedThings.ThingOf(f.Unit);
            thing = thing.Contains(' ', StringComparison.Ordinal) ? CountedThings.ThingOf(f.Unit) : thing;
            bool counted = end + 1 < tokens.Length && tokens[end].Term == To && tokens[end + 1].Kind == TokenKind.Number;
            if (thing is "vote" or "seat" && !counted && ((first > 0 && tokens[first - 1].Term == By) || (end < tokens.Length && (tokens[end].Term == Ahead || tokens[end].Term == Clear))))
            {
                // "won by 312 votes", "finished 321 votes ahead"; not "passed by 164 votes to 141".
                thing += " margin";
            }

            return (FigureUnits.OfSymbol(f.Unit) is null ? f with { Unit = thing } : f, thing, "");
        }

        if (IsOfParent(tokens, first))
        {
            // "The mother of three was killed": what befell her tells nothing of the three.
            return (f with { Unit = "people", Role = "" }, "people", CountedThings.LabelOf("child"));
        }

        if (IsWholeOfPart(tokens, first))
        {
            // "Nine of the 32 tourists drowned": what befell the nine tells nothing of the 32.
            bool own = f.Role.Length > 0 && f.Counts.Split(' ').Any(CountedThings.Conditions.Contains);
            return (f with { Unit = "people", Role = own ? f.Role : "" }, "people", people ? "" : CountedThings.LabelOf(f.Unit));
        }

        string told = f.Role.Length > 0 ? f.Role : RoleOf(text, tokens, from, first, end, to) ?? RoleOfPair(tokens, end) ?? RoleBehindAside(text, tokens, end) ?? "";
        if (told == "displaced" && CountedThings.LabelOf(f.Unit) is "fighter" or "robber" or "suspect" or "inmate")
        {
            // Those who fled the scene lost no home.
            told = "";
        }

        if (told.Length == 0 && CountedThings.Patients.Contains(f.Unit) && Holds(tokens[from..to], Hospital))
        {
            told = "wounded";
        }

        if (told == "attended" && f.Value < LeastAttended)
        {
            // "Five robbers took part in the raid".
            told = "";
        }

        if (told == "attended" || (told.Length == 0 && f.Value >= LeastCrowd && !f.Counts.Contains(' ', StringComparison.Ordinal) && (CountedThings.CrowdNouns.Contains(f.Unit) || (people && TellsGathering(tokens, from, first, end, to)))))
        {
            return (f with { Unit = "crowd", Role = "" }, "crowd", "");
        }

        bool isPatient = CountedThings.Patients.Contains(f.Unit) && told.Length > 0;
        return (f with { Unit = "people", Role = told }, "people", people || isPatient ? "" : CountedThings.LabelOf(f.Unit));
    }

    private static bool IsWholeOfPart(ReadOnlySpan<Token> tokens, int first)
    {
        int k = first - 1;
        k -= k > 0 && tokens[k].IsStopWord && tokens[k].Term != Of ? 1 : 0;
        return k > 0 && tokens[k].Term == Of && (tokens[k - 1].Kind == TokenKind.Number || (tokens[k - 1].IsWord && Numbers.Contains(tokens[k - 1].Term)));
    }

    // "Mother of three", "mother-of-three".
    private static bool IsOfParent(ReadOnlySpan<Token> tokens, int first)
    {
        int k = first - 1;
        k -= k > 0 && tokens[k].Kind == TokenKind.Punctuation ? 1 : 0;
        if (k < 1 || tokens[k].Term != Of)
        {
            return false;
        }

        k--;
        k -= k > 0 && tokens[k].Kind == TokenKind.Punctuation ? 1 : 0;
        return CountedThings.Parents.Contains(tokens[k].Term);
    }

    // The counted noun with the word before it: "two speed boats".
    private static string Singular(Figure f)
    {
        int last = f.Counts.LastIndexOf(' ');
        int before = last <= 0 ? -1 : f.Counts.LastIndexOf(' ', last - 1);
        return f.Counts[(before + 1)..last].ToLowerInvariant() + " " + f.Unit;
    }

    // "AK-47s", "AK 47 guns", "F16 jets": a model has a name of its own, whatever it is called beside; empty for other nouns.
    private static string ModelOf(string counts)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(counts[i]) || (i > 0 && counts[i - 1] != ' '))
            {
                continue;
            }

            int letters = i;
            while (letters < counts.Length && char.IsAsciiLetterUpper(counts[letters]))
            {
                letters++;
            }

            int digits = letters < counts.Length && counts[letters] is '-' or ' ' ? letters + 1 : letters;
            int end = digits;
            while (end < counts.Length && char.IsAsciiDigit(counts[end]))
            {
                end++;
            }

            if (end > digits && letters - i <= LongestModel)
            {
                return string.Concat(counts.AsSpan(i, letters - i), counts.AsSpan(digits, end - digits));
            }
        }

        return "";
    }

    // "The death toll rose to 31", "a magnitude of 5.8", "attendance: 61,204".
    private static (Figure Figure, string Thing, string Narrow) Bare(Figure f, TokenizedText text, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        // "The toll from the storm a day before rose to 10": a verb of change reaches back to its subject.
        int within = first > 1 && tokens[first - 1].Term is var link && (link == To || link == At) && CountedThings.Change.Contains(tokens[first - 2].Stem) ? ChangedWithin : MeasureWithin;
        for (int i = first - 1; i >= Math.Max(from, first - within); i--)
        {
            if (CountedThings.Measures.Match(tokens, i, out int length) is { } measure && i + length <= first && !AnotherNumber(tokens, i + length, first))
            {
                return Measured(f, Longest(tokens, ref i, from, first, measure));
            }
        }

        if (end < to && CountedThings.Measures.Match(tokens, end, out _) is { } behind && !behind.Contains('/', StringComparison.Ordinal))
        {
            return Measured(f, behind);
        }

        // "164 votes to 141": the other side of one vote, told by the winning number.
        if (first >= 3 && tokens[first - 1].Term == To && (tokens[first - 2].Term == Votes || tokens[first - 2].Term == Ballots) && tokens[first - 3].Kind == TokenKind.Number)
        {
            return (f with { Unit = "opposing vote" }, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"votes against {tokens[first - 3].Term}"), "");
        }

        if (first >= 2 && tokens[first - 1].Term == Of && CountedThings.Groups.Contains(tokens[first - 2].Term) && f.Value >= 2)
        {
            // "A crew of 14", "a family of five".
            return (f with { Unit = "people", Role = RoleOf(text, tokens, first, first, end, to) ?? "" }, "people", tokens[first - 2].Term == Crew ? CountedThings.LabelOf("crew") : "");
        }

        if (end + 2 < tokens.Length && tokens[end].Term == Of && Relatives.Contains(tokens[end + 1].Term))
        {
            // "Nine of whom died", "two of them children".
            string told = RoleAt(tokens, end + 2, end).Role ?? (Passive.Contains(tokens[end + 2].Term) && end + 3 < tokens.Length ? RoleAt(tokens, end + 3, end).Role : null) ?? "";
            return tokens[end + 1].Term == Whom || told.Length > 0 || CountedThings.PersonStems.Contains(tokens[end + 2].Stem) ? (f with { Unit = "people", Role = told is "fired" ? "" : told }, "people", "") : (f, "", "");
        }

        if (SubjectOf(text, tokens, first) is { Length: > 0 } subject && f.Qualifier != FigureQualifier.Vague)
        {
            string thing = CountedThings.ThingOf(NounForms.Singular(subject));
            return (f with { Unit = thing, Counts = subject }, thing, "");
        }

        // A bare number of people, where the words behind it tell their role: "31 were hurt".
        return RoleOf(text, tokens, first, first, end, Math.Min(to, end + BareRoleWithin)) switch
        {
            null or "fired" or "killed" => (f, "", ""),
            "attended" => (f with { Unit = "crowd" }, "crowd", ""),
            { } role => (f with { Unit = "people", Role = role }, "people", ""),
        };
    }

    // "150,000 people, according to the marshals", in a sentence about a march: where the clause itself tells nothing else of them.
    private static bool TellsGathering(ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        bool told = false;
        for (int i = from; i < to; i++)
        {
            told |= (i < first || i >= end) && tokens[i].IsWord && tokens[i].IsContent && !CountedThings.Generic.Contains(tokens[i].Stem) && !CountedThings.Gatherings.Contains(tokens[i].Stem);
        }

        for (int i = told ? from : 0; i < (told ? to : tokens.Length); i++)
        {
            if (CountedThings.Gatherings.Contains(tokens[i].Stem))
            {
                return true;
            }
        }

        return false;
    }

    // "the number of the injured": the longer phrase starts further left.
    private static string Longest(ReadOnlySpan<Token> tokens, ref int i, int from, int first, string measure)
    {
        for (int j = i - 1; j >= Math.Max(from, i - 4); j--)
        {
            if (CountedThings.Measures.Match(tokens, j, out int length) is { } longer && j + length > i && j + length <= first)
            {
                measure = longer;
            }
        }

        return measure;
    }

    private static (Figure Figure, string Thing, string Narrow) Measured(Figure f, string measure)
    {
        string[] parts = measure.Split('/');
        return (f with { Unit = parts[0], Role = parts.Length > 1 ? parts[1] : "" }, parts[0], "");
    }

    private static bool AnotherNumber(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens[i].Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }
}
