using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one person in one role under two names that share a part: "her grandson Rob Velm", "her grandson Nick Velm"; "manager A. J. Orr", "manager A. J. Tarn".</summary>
/// <remarks>
/// Always low: there may be two grandsons. The role must stand beside both names, neither article may tell the other's name, and what is spelled alike, a short form
/// or an initial is one name. Pairs only among names that share a role.
/// </remarks>
internal sealed class NameConflicts
{
    // Tokens before a name in which a role stands ("the club's general manager X"), and behind its comma ("X, Velm's grandson").
    private const int RoleBefore = 4;
    private const int RoleBehind = 5;

    // Tokens between an age and the name it stands before ("43-year-old wife, Ada Bell").
    private const int BehindAge = 3;

    // Names in one role that are compared; more of them are a cast.
    private const int MostPerRole = 40;

    // Letters that two forms of one name have in common at their beginning, and slips in spelling between them.
    private const int LikePrefix = 3;
    private const int MostSlips = 2;

    private static readonly string[] Kin = ["grandson", "granddaughter", "grandfather", "grandmother", "nephew", "niece", "uncle", "aunt", "cousin", "stepfather", "stepmother", "husband", "wife", "boyfriend", "girlfriend", "ex-husband", "ex-wife", "ex-boyfriend", "ex-girlfriend", "fiance", "fiancee", "widow", "widower"];
    private static readonly TermSet Roles = EmbeddedData.Lines("people_words.txt").Concat(EmbeddedData.Rows("role_nouns.tsv").Where(static r => r.Length > 1 && r[1] == "person").Select(static r => r[0])).Concat(Kin).Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Plain = new[] { "man", "woman", "boy", "girl", "child", "person", "people", "teenager", "victim", "resident", "suspect", "witness", "officer", "member", "player", "student", "mr", "mrs" }.Select(WordTable.StemOf).ToTermSet();

    private readonly StoryContext _story;
    private readonly Scope _scope;

    private NameConflicts(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        NameConflicts finder = new(story, scope);
        HashSet<(int, int)> written = [];
        foreach (IGrouping<uint, Named> role in story.Statements().SelectMany(finder.Read).GroupBy(static n => n.Role).OrderBy(static g => g.Key))
        {
            Named[] names = [.. role];
            for (int i = 0; i < names.Length && names.Length <= MostPerRole; i++)
            {
                for (int j = i + 1; j < names.Length; j++)
                {
                    if (finder.AreRivals(names[i], names[j]) && written.Add((Math.Min(names[i].Group, names[j].Group), Math.Max(names[i].Group, names[j].Group))))
                    {
                        finder.Write(names[i], names[j], names, ledger);
                    }
                }
            }
        }
    }

    private List<Named> Read(SentenceRef at)
    {
        List<Named> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(at));
        foreach ((NameMention name, int first, int end) in Persons(article, at, tokens))
        {
            string[] words = WordsOf(article, name);
            if (words.Length < 2)
            {
                continue;
            }

            for (int i = first - 1; i >= Math.Max(0, first - RoleBefore) && tokens[i].IsWord && !tokens[i].IsStopWord; i--)
            {
                Add(tokens[i], at, article.GroupOf(name), words, name.Span, found);
            }

            bool aside = end < tokens.Length && text.Source[tokens[end].Start] == ',';
            for (int i = end + 1; aside && i < Math.Min(tokens.Length, end + 1 + RoleBehind) && tokens[i].IsWord; i++)
            {
                Add(tokens[i], at, article.GroupOf(name), words, name.Span, found);
            }
        }

        AddAges(article, at, tokens, found);
        return found;
    }

    // "Ada Bell, 43", "43-year-old Ada Bell": an age is as good as a role.
    private static void AddAges(ArticleSlots article, SentenceRef at, ReadOnlySpan<Token> tokens, List<Named> found)
    {
        Range figures = article.Figures(at.Sentence);
        List<(NameMention Name, int First, int End)>? persons = null;
        for (int i = figures.Start.Value; i < figures.End.Value; i++)
        {
            Figures.ExtractedFigure age = article.Article.Figures[i];
            if (age.Figure.Unit != "age" || age.Figure.Value != Math.Floor(age.Figure.Value))
            {
                continue;
            }

            (int from, int to) = FigureSlotReader.TokensOf(tokens, age.Span);
            foreach ((NameMention name, int first, int end) in persons ??= Persons(article, at, tokens))
            {
                bool beside = (end + 1 == from && article.Article.Text.Source[tokens[end].Start] == ',') || (first >= to && first - to <= BehindAge);
                if (beside && WordsOf(article, name) is { Length: > 1 } words)
                {
                    found.Add(new Named((uint)age.Figure.Value, at, article.GroupOf(name), words, name.Span, true));
                    break;
                }
            }
        }
    }

    private static List<(NameMention Name, int First, int End)> Persons(ArticleSlots article, SentenceRef at, ReadOnlySpan<Token> tokens)
    {
        List<(NameMention, int, int)> persons = [];
        foreach (NameMention name in article.Names(at.Sentence))
        {
            if (article.Article.Names.Entities[name.Entity].Kind == NameKind.Person)
            {
                (int first, int end) = FigureSlotReader.TokensOf(tokens, name.Span);
                persons.Add((name, first, end));
            }
        }

        return persons;
    }

    private static string[] WordsOf(ArticleSlots article, in NameMention name) => article.Article.Text.String(name.Span).Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    private static void Add(in Token token, SentenceRef at, int group, string[] words, TextSpan span, List<Named> found)
    {
        if (!token.IsCapitalised && Roles.Contains(token.Stem) && !Plain.Contains(token.Stem))
        {
            found.Add(new Named(token.Stem, at, group, words, span, false));
        }
    }

    private bool AreRivals(Named a, Named b) =>
        a.Group != b.Group && _story.Outlet[a.At.Article] != _story.Outlet[b.At.Article]
        && !_story.Input.NameGroups[a.At.Article].Contains(b.Group) && !_story.Input.NameGroups[b.At.Article].Contains(a.Group)
        && (a.IsAge ? b.IsAge && IsOneOfAge(a.Words, b.Words) : !b.IsAge && ShareHalf(a.Words, b.Words) && (_story.Aligned(a.At, b.At) || SharesOther(a, b)));

    // One given name and one age with another surname, or the name turned about. One surname and one age may be a couple's.
    private static bool IsOneOfAge(string[] a, string[] b) =>
        (Same(a[0], b[0]) && !AreForms(a[^1], b[^1]) && ShareHalf(a, b)) || (a.Length == 2 && b.Length == 2 && Near(a[0], b[1]) && Near(a[1], b[0]) && !Near(a[0], b[0]));

    private static bool Near(string a, string b) => Slips(a.ToLowerInvariant(), b.ToLowerInvariant()) <= MostSlips && Math.Min(a.Length, b.Length) > LikePrefix;

    // Another name in both sentences ties the role to one thing: "Velm's grandson".
    private bool SharesOther(Named a, Named b) => _scope.NamesOf(a.At).Overlaps(_scope.NamesOf(b.At));

    // One surname with other given names, or the given names with another surname.
    private static bool ShareHalf(string[] a, string[] b) =>
        Same(a[^1], b[^1]) ? !Array.Exists(a[..^1], x => Array.Exists(b[..^1], y => AreForms(x, y)))
        : Array.Exists(a[..^1], x => Array.Exists(b[..^1], y => Same(x, y))) && !AreForms(a[^1], b[^1]) && !Array.Exists(a, x => Same(x, b[^1])) && !Array.Exists(b, x => Same(x, a[^1]));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // Initials, short forms and spellings of one name.
    private static bool AreForms(string a, string b)
    {
        string x = a.TrimEnd('.').ToLowerInvariant();
        string y = b.TrimEnd('.').ToLowerInvariant();
        int least = Math.Min(x.Length, y.Length);
        int prefix = Math.Min(least, LikePrefix);
        bool initials = least <= 1 || x.Contains('.', StringComparison.Ordinal) || y.Contains('.', StringComparison.Ordinal);
        return initials ? least == 0 || x[0] == y[0] : x == y || Nicknames.Same(x, y)
            || x.AsSpan(0, prefix).SequenceEqual(y.AsSpan(0, prefix)) || Slips(x, y) <= MostSlips;
    }

    // Letters to change, add or drop.
    internal static int Slips(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    private void Write(Named a, Named b, Named[] all, ConflictLedger ledger)
    {
        string x = _story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = _story.Cite(a.At).Text,
            Explanation = $"the name of one person: {x} / {y}",
            Sides = [new SideDraft(x, [.. all.Where(n => n.Group == a.Group).Select(static n => n.At)]), new SideDraft(y, [.. all.Where(n => n.Group == b.Group).Select(static n => n.At)])],
            Details = [$"actor: \"{x}\" and \"{y}\" in one role or of one age, half of the name shared or turned about; no article tells both; low, since there may be two"],
        });
    }

    private sealed record Named(uint Role, SentenceRef At, int Group, string[] Words, TextSpan Span, bool IsAge);
}
