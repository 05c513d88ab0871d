using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds how often somebody by name did or won something told with different numbers: "her fifth title defence", "defended the title for the sixth time", "has now won six titles".</summary>
/// <remarks>
/// What is numbered must share its noun (<see cref="OrdinalThings"/>) and its holder, and no article may tell two numbers of it. Always low: one may count otherwise. "First" is left out: it is told of a season, a place, a kind of its own. Linear in the story's words; pairs only within holder.
/// </remarks>
internal sealed class OrdinalConflicts
{
    // Tokens of the noun phrase behind an ordinal, of the clause before "for the fifth time", and back to "has now".
    private const int Phrase = 4;
    private const int Clause = 7;
    private const int PerfectWithin = 5;

    // Further apart they are two counts; days between two reports of one.
    private const int MostApart = 2;
    private const int MostDays = 2;

    // Tellings of one holder that are compared.
    private const int MostPerHolder = 40;

    private static readonly TermMap<int> Ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".Split(' ')
        .Select(static (w, i) => (Term: TermHash.Of(w), Value: i + 1)).ToTermMap(static x => x.Term, static x => x.Value);

    private static readonly TermMap<int> Numbers = "two three four five six seven eight nine ten eleven twelve".Split(' ')
        .Select(static (w, i) => (Term: TermHash.Of(w), Value: i + 2)).ToTermMap(static x => x.Term, static x => x.Value);

    private static readonly TermSet Light = WordSets.Of("ordinal.light");
    private static readonly TermSet Scopes = WordSets.Of("ordinal.scope");
    private static readonly TermSet Never = WordSets.Of("ordinal.never");
    private static readonly TermSet Perfect = WordSets.Of("ordinal.perfect");
    private static readonly uint Time = TermHash.Of("time");
    private static readonly uint Times = TermHash.Of("times");
    private static readonly uint Of = TermHash.Of("of");

    private readonly StoryContext _story;
    private readonly Scope _scope;

    private OrdinalConflicts(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        OrdinalConflicts finder = new(story, scope);
        foreach (IGrouping<int, Numbered> holder in story.Statements().SelectMany(finder.Read).GroupBy(static n => n.Holder).OrderBy(static g => g.Key))
        {
            finder.Compare([.. holder.Take(MostPerHolder)], ledger);
        }
    }

    private List<Numbered> Read(SentenceRef at)
    {
        List<Numbered> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        Token[] tokens = text.TokensOf(_story.Sentence(at)).ToArray();
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            if (OrdinalAt(text, tokens[i]) is { } ordinal && ordinal > 1 && !(i > 0 && text.Source[tokens[i].Start - 1] == '-'))
            {
                // "for the fifth time" and "her fifth title defence".
                (uint[] things, int end, bool ofPhrase) = tokens[i + 1].Term == Time ? (Before(tokens, i), i + 2, false) : (Behind(tokens, i + 1, out int last), last, true);
                Add(found, article, at, text, tokens, i, end, ordinal, things, ofPhrase);
            }
            else if (CountAt(text, tokens[i]) is { } count && IsPerfect(tokens, i))
            {
                // "has now defended it six times", "has won three gold medals".
                (uint[] things, int end, bool ofPhrase) = tokens[i + 1].Term == Times ? (Before(tokens, i), i + 2, false) : (Behind(tokens, i + 1, out int last), last, true);
                Add(found, article, at, text, tokens, i, end, count, things, ofPhrase, isCount: true);
            }
        }

        return found;
    }

    private void Add(List<Numbered> found, ArticleSlots article, SentenceRef at, TokenizedText text, Token[] tokens, int i, int end, int value, uint[] things, bool ofPhrase, bool isCount = false)
    {
        if (things.Length > 0 && end <= tokens.Length && HolderOf(article, at, tokens, i, end) is >= 0 and int holder && !_scope.IsOlder(at, new TextSpan(tokens[i].Start, tokens[end - 1].End)))
        {
            uint scope = Array.Find(tokens, static t => Scopes.Contains(t.Term)).Stem;
            found.Add(new Numbered(at, holder, value, things, ofPhrase, isCount, scope, new TextSpan(tokens[i].Start, tokens[end - 1].End)));
        }
    }

    // The noun phrase, its head first; none where the head is told by number for other reasons: "third quarter", "second suspect".
    private static uint[] Behind(Token[] tokens, int from, out int end)
    {
        List<uint> words = [];
        end = from;
        int head = -1;
        for (int i = from; i < Math.Min(tokens.Length, from + Phrase) && tokens[i].IsWord && tokens[i].IsContent; i++)
        {
            end = i + 1;
            if (!Light.Contains(tokens[i].Term))
            {
                head = i;
                words.Insert(0, tokens[i].Stem);
            }

            // "The third Eastern Conference coach" counts fewer than "the fifth coach".
            if (tokens[i].Flags.HasFlag(TokenFlags.Possessive) || tokens[i].IsCapitalised)
            {
                return [];
            }
        }

        // "The fifth defence of his title".
        if (head >= 0 && end + 2 < tokens.Length && tokens[end].Term == Of && tokens[end + 2].IsContent && !tokens[end + 2].IsCapitalised && !Scopes.Contains(tokens[end + 2].Term))
        {
            words.Add(tokens[end + 2].Stem);
        }

        return head < 0 || CountedThings.PersonStems.Contains(tokens[head].Stem) || Never.Contains(tokens[head].Term) || Never.Contains(tokens[from].Term) ? [] : [.. words];
    }

    // The clause's content words before "for the fifth time".
    private static uint[] Before(Token[] tokens, int i)
    {
        List<uint> words = [];
        for (int k = i - 1; k >= Math.Max(0, i - Clause) && tokens[k].Kind != TokenKind.Punctuation; k--)
        {
            if (tokens[k].IsWord && tokens[k].IsContent && !tokens[k].IsCapitalised && !Light.Contains(tokens[k].Term))
            {
                words.Add(tokens[k].Stem);
            }
        }

        return [.. words];
    }

    private static bool IsPerfect(Token[] tokens, int i)
    {
        for (int k = i - 1; k >= Math.Max(0, i - PerfectWithin); k--)
        {
            if (Perfect.Contains(tokens[k].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static int? OrdinalAt(TokenizedText text, in Token t)
    {
        if (Ordinals.TryGetValue(t.Term, out int value))
        {
            return value;
        }

        ReadOnlySpan<char> chars = text.Chars(t);
        return t.Flags.HasFlag(TokenFlags.HasDigit) && chars.Length is >= 3 and <= 4 && (chars.EndsWith("th") || chars.EndsWith("st") || chars.EndsWith("nd") || chars.EndsWith("rd"))
            && int.TryParse(chars[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : null;
    }

    private static int? CountAt(TokenizedText text, in Token t) =>
        Numbers.TryGetValue(t.Term, out int value) ? value
        : t.Kind == TokenKind.Number && t.Length <= 2 && int.TryParse(text.Chars(t), NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 2 ? n : null;

    // The last name of a person or body before the number, else the first one behind it ("it was the sixth defence for Marsh").
    private int HolderOf(ArticleSlots article, SentenceRef at, Token[] tokens, int i, int end)
    {
        int before = -1;
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (article.Article.Names.Entities[n.Entity].Kind == NameKind.Place && !_scope.IsCentral(article.GroupOf(n)))
            {
                continue;
            }

            if (n.Span.End <= tokens[i].Start)
            {
                before = article.Attributions(at.Sentence).Any(a => a.Source.Overlaps(n.Span)) ? before : article.GroupOf(n);
            }
            else if (n.Span.Start >= tokens[end - 1].End && before < 0)
            {
                return article.GroupOf(n);
            }
        }

        return before;
    }

    private void Compare(Numbered[] told, ConflictLedger ledger)
    {
        HashSet<(int, int, uint)> written = [];
        for (int i = 0; i < told.Length; i++)
        {
            for (int j = i + 1; j < told.Length; j++)
            {
                Numbered a = told[i];
                Numbered b = told[j];
                if (a.Value != b.Value && a.At.Article != b.At.Article && _story.Outlet[a.At.Article] != _story.Outlet[b.At.Article] && !(a.IsCount && b.IsCount) && Math.Abs(a.Value - b.Value) <= MostApart && !ledger.Tells(ConflictKind.Figure, a.At, b.At) && AreOfOne(a, b) && _story.ArePublishedWithin(a.At.Article, b.At.Article, MostDays)
                    && !TellsOther(told, a) && !TellsOther(told, b) && written.Add((Math.Min(a.Value, b.Value), Math.Max(a.Value, b.Value), a.Things[0])))
                {
                    Write(told, a, b, ledger);
                }
            }
        }
    }

    // Scopes told of both must be one: "of the season", "of his career".
    private static bool AreOfOne(Numbered a, Numbered b) =>
        (a.Scope == 0 || b.Scope == 0 || a.Scope == b.Scope)
        && (a.OfPhrase && b.OfPhrase ? OrdinalThings.Share(a.Things[0], b.Things[0]) || Share(a.Things[0], b) || Share(b.Things[0], a) : a.OfPhrase ? Array.Exists(a.Things, t => Share(t, b)) : Array.Exists(b.Things, t => Share(t, a)));

    private static bool Share(uint thing, Numbered n) => Array.Exists(n.Things, t => OrdinalThings.Share(t, thing));

    // An article that numbers several of them tells them one after the other.
    private static bool TellsOther(Numbered[] told, Numbered n) => Array.Exists(told, x => x.At.Article == n.At.Article && x.Value != n.Value && AreOfOne(x, n));

    private void Write(Numbered[] told, Numbered a, Numbered b, ConflictLedger ledger)
    {
        string x = Words(a);
        string y = Words(b);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = Severity.Low,
            About = x,
            Explanation = $"how often: {x} / {y}",
            Sides = [Side(told, x, a), Side(told, y, b)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"figure: number {a.Value} against {b.Value} of one thing of one holder by name; no article tells two; low, since one may count otherwise")],
        });
    }

    private static SideDraft Side(Numbered[] told, string says, Numbered one) => new(says, [.. told.Where(n => n.Value == one.Value && (n == one || AreOfOne(n, one))).Select(static n => n.At).Distinct()]);

    private string Words(Numbered n) => _story.Analyzed(n.At.Article).Text.String(n.Span);

    private sealed record Numbered(SentenceRef At, int Holder, int Value, uint[] Things, bool OfPhrase, bool IsCount, uint Scope, TextSpan Span);
}
