using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads whom the sentences of an article speak of, in order, pronouns resolved to the person before. Linear in the article.</summary>
/// <remarks>Shallow: "he" is the last person of its sex in the sentence, else the first one of the sentence before. Gets wrong what only the matter tells.</remarks>
internal sealed class PersonReader
{
    // Tokens between a noun and the words before it that count it or say its age, and sentences back in which a pronoun's person is looked for.
    private const int Before = 5;
    private const int BackForPronoun = 2;

    // Tokens between "identified" and the name.
    private const int ToIdentified = 8;

    // Letters of the shortest word that ends in "man" and is taken for a person.
    private const int LeastOfMan = 5;

    private static readonly TermSet Men = Stems("men");
    private static readonly TermSet Women = Stems("women");
    private static readonly TermSet Plain = Stems("plain");
    private static readonly TermSet Plurals = Terms("plurals");
    private static readonly TermSet Another = Terms("another");
    private static readonly TermSet HeWords = Terms("pronounsmen");
    private static readonly TermSet SheWords = Terms("pronounswomen");
    private static readonly TermMap<uint> Roles = LoadRoles();

    /// <summary>The role of children and teenagers.</summary>
    public static uint Child { get; } = WordTable.StemOf(Rows("children").First());

    private static readonly TermSet Nouns = [.. EmbeddedData.Lines("people_words.txt").Concat(EmbeddedData.Rows("role_nouns.tsv").Where(static r => r.Length > 1 && r[1] == "person").Select(static r => r[0]))
        .Concat(Rows("men")).Concat(Rows("women")).Concat(Rows("attackers")).Concat(Rows("victims")).Concat(Rows("officers")).Concat(Rows("drivers")).Concat(Rows("children")).Concat(Rows("others")).Select(WordTable.StemOf)];
    private static readonly TermSet Participles = TermHash.SetOf("wounded", "deceased", "accused", "dead", "injured");
    private static readonly TermSet NoPersons = Stems("none");
    private static readonly TermSet Old = TermHash.SetOf("old", "olds");
    private static readonly TermSet Determiners = TermHash.SetOf("a", "an", "the", "his", "her", "their", "this", "that", "its", "my", "our");
    private static readonly TermSet Identified = TermHash.SetOf("identified", "named", "identify", "identifies", "identifying");
    private static readonly uint As = TermHash.Of("as");
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint Him = TermHash.Of("him");
    private static readonly uint One = TermHash.Of("one");

    private readonly ArticleSlots _article;
    private readonly IReadOnlySet<int> _persons;
    private readonly PersonMention[]?[] _known;

    /// <summary>A reader of one article; <paramref name="persons"/>: story-wide groups of names that are a person's in some article, so that a surname alone is one here.</summary>
    public PersonReader(ArticleSlots article, IReadOnlySet<int> persons)
    {
        _article = article;
        _persons = persons;
        _known = new PersonMention[]?[article.SentenceCount];
    }

    /// <summary>The persons of a sentence, in order of place.</summary>
    public PersonMention[] this[int sentence]
    {
        get
        {
            // Pronouns lead back: the sentences before are read first, in a loop.
            int from = sentence;
            while (from > 0 && _known[from - 1] is null && sentence - from < BackForPronoun)
            {
                from--;
            }

            for (int s = from; s <= sentence; s++)
            {
                _known[s] ??= Read(s);
            }

            return _known[sentence]!;
        }
    }

    /// <summary>The person told nearest before a token, passed over who only speaks, owns or does it ("by"); null where nobody is.</summary>
    public PersonMention? NearestBefore(int sentence, int token)
    {
        PersonMention[] persons = this[sentence];
        ReadOnlySpan<Token> tokens = _article.Article.Text.TokensOf(_article.Article.Text.Sentences[sentence]);
        for (int i = persons.Length - 1; i >= 0; i--)
        {
            PersonMention p = persons[i];
            if (p.End <= token && !p.IsAside && !(p.First > 0 && tokens[p.First - 1].Term == By) && !(p.First > 1 && tokens[p.First - 2].Term == By))
            {
                return p;
            }
        }

        return null;
    }

    private PersonMention[] Read(int sentence)
    {
        TokenizedText text = _article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        List<PersonMention> found = [];
        int at = 0;
        foreach (NameMention name in _article.Names(sentence))
        {
            (int first, int end) = FigureSlotReader.TokensOf(tokens, name.Span);
            Common(text, sentence, tokens, at, first, found);
            at = Math.Max(at, end);
            if (_article.Article.Names.Entities[name.Entity].Kind is NameKind kind && (kind == NameKind.Person || (kind == NameKind.Other && _persons.Contains(_article.GroupOf(name)))))
            {
                AddName(text, sentence, tokens, name, first, end, found);
            }
        }

        Common(text, sentence, tokens, at, tokens.Length, found);
        return [.. found];
    }

    // A name takes over the noun it stands beside: "driver Ada Bell", "the driver, Ada Bell, 43,".
    private void AddName(TokenizedText text, int sentence, ReadOnlySpan<Token> tokens, NameMention name, int first, int end, List<PersonMention> found)
    {
        PersonMention own = new()
        {
            First = first,
            End = end,
            Span = name.Span,
            Group = _article.GroupOf(name),
            Age = AgeBehind(text, tokens, end),
            IsAside = IsSource(sentence, name.Span) || (tokens[end - 1].Flags & TokenFlags.Possessive) != 0,
        };
        if (found.Count > 0 && found[^1] is { Group: < 0, IsPronoun: false, IsSeveral: false } noun && (noun.End == first || (noun.End + 1 == first && IsComma(text, tokens[noun.End]))))
        {
            found[^1] = own with { First = noun.First, Age = own.Age >= 0 ? own.Age : noun.Age, Role = noun.Role, Sex = noun.Sex };
            return;
        }

        // "Identified the climber as Ada Bell", "the climber was named as Ada Bell": the noun is that person too.
        if (first > 1 && tokens[first - 1].Term == As && found.Count > 0 && found[^1] is { Group: < 0, IsPronoun: false, IsSeveral: false } told && IsIdentified(tokens, first))
        {
            found[^1] = told with { Group = own.Group, Age = told.Age >= 0 ? told.Age : own.Age, IsAside = false };
        }

        found.Add(own);
    }

    private static bool IsIdentified(ReadOnlySpan<Token> tokens, int end)
    {
        for (int i = end - 1; i >= Math.Max(0, end - ToIdentified); i--)
        {
            if (Identified.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private void Common(TokenizedText text, int sentence, ReadOnlySpan<Token> tokens, int from, int to, List<PersonMention> found)
    {
        for (int i = from; i < to; i++)
        {
            ref readonly Token t = ref tokens[i];
            if (!t.IsWord)
            {
                continue;
            }

            char pronoun = HeWords.Contains(t.Term) ? 'm' : SheWords.Contains(t.Term) ? 'f' : '\0';
            if (pronoun != 0)
            {
                found.Add(Antecedent(sentence, i, pronoun, found, t.Span));
            }
            else if ((!t.IsCapitalised || i == 0 || (t.Flags & TokenFlags.AllCaps) != 0) && ((IsNoun(text, t) && !IsVerbForm(text, t)) || (Old.Contains(t.Term) && AgeBefore(text, tokens, i) >= 0)) && !IsAttribute(tokens, i))
            {
                AddNoun(text, sentence, tokens, i, found);
            }
        }
    }

    private void AddNoun(TokenizedText text, int sentence, ReadOnlySpan<Token> tokens, int i, List<PersonMention> found)
    {
        ref readonly Token t = ref tokens[i];
        ReadOnlySpan<char> chars = text.Chars(t);
        bool several = Plurals.Contains(t.Term) || (chars[^1] is 's' or 'S' && !chars.EndsWith("ss", StringComparison.OrdinalIgnoreCase) && (t.Flags & TokenFlags.Possessive) == 0);
        int age = AgeBehind(text, tokens, i + 1);
        int first = i;
        char sex = Men.Contains(t.Stem) ? 'm' : Women.Contains(t.Stem) ? 'f' : '\0';
        for (int k = i - 1; k >= Math.Max(0, i - Before); k--)
        {
            if (tokens[k].Kind == TokenKind.Punctuation && text.Source[tokens[k].Start] is not '-')
            {
                break;
            }

            first = k;
            sex = sex != 0 ? sex : Men.Contains(tokens[k].Stem) ? 'm' : Women.Contains(tokens[k].Stem) ? 'f' : '\0';
            several |= Another.Contains(tokens[k].Term) && !(tokens[k].Term == One && i - k > 1);
            if (Determiners.Contains(tokens[k].Term))
            {
                break;
            }
        }

        age = age >= 0 ? age : AgeBefore(text, tokens, i);
        // "A man, 43": the age of "another man" tells who it is all the same.
        found.Add(new PersonMention
        {
            First = first,
            End = i + 1,
            Span = t.Span,
            Age = age,
            Role = Roles.TryGetValue(t.Stem, out uint role) ? role : Plain.Contains(t.Stem) || Old.Contains(t.Term) ? 0 : t.Stem,
            Sex = sex,
            IsSeveral = several && age < 0,
            IsAside = IsSource(sentence, t.Span) || (t.Flags & TokenFlags.Possessive) != 0,
        });
    }

    // Nouns of persons, and whatever ends in "man": "ferryman".
    private static bool IsNoun(TokenizedText text, in Token t) =>
        !NoPersons.Contains(t.Stem) && (Nouns.Contains(t.Stem) || (t.Length > LeastOfMan && text.Chars(t).EndsWith("man", StringComparison.OrdinalIgnoreCase)));

    // "Was killed" beside "the killer": one stem, no person.
    private static bool IsVerbForm(TokenizedText text, in Token t) =>
        !Participles.Contains(t.Term) && (text.Chars(t).EndsWith("ed", StringComparison.OrdinalIgnoreCase) || text.Chars(t).EndsWith("ing", StringComparison.OrdinalIgnoreCase));

    // "The driver side", "a woman police officer": what goes on is no person of its own.
    private static bool IsAttribute(ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i + 1].IsWord && !tokens[i + 1].IsCapitalised && Nouns.Contains(tokens[i + 1].Stem) && !tokens[i + 1].IsStopWord;

    private PersonMention Antecedent(int sentence, int token, char sex, List<PersonMention> found, TextSpan span)
    {
        PersonMention? who = null;
        // "Velm shot him": not Velm.
        bool other = _article.Article.Text.TokensOf(_article.Article.Text.Sentences[sentence])[token].Term == Him;
        for (int k = found.Count - 1; k >= 0 && who is null; k--)
        {
            who = Fits(found[k], sex) && !other ? found[k] : null;
            other &= !Fits(found[k], sex);
        }

        for (int s = sentence - 1; s >= Math.Max(0, sentence - BackForPronoun) && who is null; s--)
        {
            who = _known[s] is { } before ? Array.Find(before, p => Fits(p, sex)) : null;
        }

        return (who ?? new PersonMention { First = token, End = token + 1, IsSeveral = true }) with { First = token, End = token + 1, IsPronoun = true, Sex = sex, Span = span, IsAside = IsSource(sentence, span) };
    }

    private static bool Fits(PersonMention p, char sex) => !p.IsAside && !p.IsSeveral && (p.Sex == 0 || p.Sex == sex);

    private bool IsSource(int sentence, TextSpan span)
    {
        foreach (Quotes.Attribution a in _article.Attributions(sentence))
        {
            if (a.Source.Overlaps(span) || a.Cue.Overlaps(span) || (a.Channel is { } channel && channel.Overlaps(span)))
            {
                return true;
            }
        }

        return false;
    }

    // ", 43," behind a name or noun.
    private static int AgeBehind(TokenizedText text, ReadOnlySpan<Token> tokens, int end) =>
        end + 1 < tokens.Length && IsComma(text, tokens[end]) && tokens[end + 1].Kind == TokenKind.Number && (end + 2 >= tokens.Length || tokens[end + 2].Kind == TokenKind.Punctuation) ? Age(text, tokens[end + 1]) : -1;

    // "43-year-old" before a noun, or at it.
    private static int AgeBefore(TokenizedText text, ReadOnlySpan<Token> tokens, int i)
    {
        bool old = Old.Contains(tokens[i].Term);
        for (int k = i - 1; k >= Math.Max(0, i - Before - 2); k--)
        {
            old |= Old.Contains(tokens[k].Term);
            if (old && tokens[k].Kind == TokenKind.Number)
            {
                return Age(text, tokens[k]);
            }

            if (tokens[k].Kind == TokenKind.Punctuation && text.Source[tokens[k].Start] is not '-')
            {
                break;
            }
        }

        return -1;
    }

    private static int Age(TokenizedText text, in Token t) => int.TryParse(text.Chars(t), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int age) && age is > 0 and < 120 ? age : -1;

    private static bool IsComma(TokenizedText text, in Token t) => t.Kind == TokenKind.Punctuation && text.Source[t.Start] == ',';

    private static IEnumerable<string> Rows(string kind) => EmbeddedData.Rows("person_words.tsv", kind).SelectMany(static r => r[1].Split('|'));

    private static TermSet Stems(string kind) => Rows(kind).Select(WordTable.StemOf).ToTermSet();

    private static TermSet Terms(string kind) => Rows(kind).Select(static w => TermHash.Of(w)).ToTermSet();

    private static TermMap<uint> LoadRoles()
    {
        Dictionary<uint, uint> roles = [];
        foreach (string kind in new[] { "attackers", "officers", "drivers", "children" })
        {
            uint role = WordTable.StemOf(Rows(kind).First());
            foreach (string word in Rows(kind))
            {
                roles.TryAdd(WordTable.StemOf(word), role);
            }
        }

        return roles.ToTermMap(static p => p.Key, static p => p.Value);
    }
}
