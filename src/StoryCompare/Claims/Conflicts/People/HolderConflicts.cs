using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one office of one house told of two people by name: "Ada Bell, the owner of the mill", "Cara Dunn said she was the owner of the mill".</summary>
/// <remarks>
/// Only offices that one person holds at a time (<c>single_holders.txt</c>) of a thing told with "of" and a noun or name. Always low: there may be two owners. Former and deputy ones are others.
/// Linear in the story's words; pairs only within office and thing.
/// </remarks>
internal sealed class HolderConflicts
{
    // Tokens between the name's comma and the office; from the office's thing back to its noun; between a pronoun's verb and the name before it.
    private const int ToOffice = 4;
    private const int ToThing = 5;
    private const int ToName = 10;

    // Tellings of one office and thing that are compared.
    private const int MostPerOffice = 40;

    private static readonly TermSet Offices = EmbeddedData.Lines("single_holders.txt").Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Was = TermHash.SetOf("was", "is", "as", "be", "being");
    private static readonly TermSet Pronouns = TermHash.SetOf("he", "she");
    private static readonly TermSet Titles = TermHash.SetOf("mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr.");
    private static readonly uint Of = TermHash.Of("of");

    private readonly StoryContext _story;

    private HolderConflicts(StoryContext story) => _story = story;

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger)
    {
        HolderConflicts finder = new(story);
        foreach (IGrouping<(uint, uint), Holding> office in story.Statements().SelectMany(finder.Read).GroupBy(static h => (h.Office, h.Thing)).OrderBy(static g => g.Key))
        {
            finder.Compare([.. office], ledger);
        }
    }

    private List<Holding> Read(SentenceRef at)
    {
        List<Holding> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(at));
        for (int i = 1; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].IsCapitalised || tokens[i + 1].Term != Of || !Offices.Contains(tokens[i].Stem) || ThingOf(tokens, i + 2) is not { } thing || Other(tokens, i))
            {
                continue;
            }

            TextSpan phrase = new(tokens[i].Start, thing.End);
            if (NameOf(article, at, text, tokens, i) is { } name)
            {
                found.Add(new Holding(at, tokens[i].Stem, thing.Stem, article.GroupOf(name), name.Span, phrase));
            }
            else if (TitledBefore(text, tokens, i) is { } titled)
            {
                // A name of its own: no group of the story's names has it.
                found.Add(new Holding(at, tokens[i].Stem, thing.Stem, -1 - (int)(TermHash.Of(text.Chars(titled)) >> 1), titled, phrase));
            }
        }

        return found;
    }

    // The last noun after "of the": "the club", "the Tarn Valley School".
    private static Token? ThingOf(ReadOnlySpan<Token> tokens, int from)
    {
        Token? thing = null;
        bool definite = tokens[from].IsCapitalised || !tokens[from].IsContent;
        for (int i = from; i < Math.Min(tokens.Length, from + ToThing) && tokens[i].IsWord; i++)
        {
            if (tokens[i].IsContent)
            {
                thing = tokens[i];
            }
            else if (thing is not null)
            {
                break;
            }
        }

        return definite ? thing : null;
    }

    // "Mr. Tarn, the owner of": a title makes a name of a word that nothing else knows.
    private static TextSpan? TitledBefore(TokenizedText text, ReadOnlySpan<Token> tokens, int office)
    {
        int comma = office - 1;
        while (comma > 1 && comma > office - ToOffice && tokens[comma].IsWord)
        {
            comma--;
        }

        if (comma < 2 || text.Source[tokens[comma].Start] != ',')
        {
            return null;
        }

        int first = comma - 1;
        while (first > 0 && comma - first < ToOffice && (tokens[first].IsCapitalised || text.Source[tokens[first].Start] == '.') && !Titles.Contains(tokens[first].Term))
        {
            first--;
        }

        return Titles.Contains(tokens[first].Term) && comma - first > 1 ? new TextSpan(tokens[first].Start, tokens[comma - 1].End) : null;
    }

    private static bool Other(ReadOnlySpan<Token> tokens, int office)
    {
        for (int i = office - 1; i >= Math.Max(0, office - ToOffice) && tokens[i].IsWord; i--)
        {
            if (OfficeWords.OtherHolder.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // "X, the owner of", "X was the owner of", "X said he was the owner of", "the owner of the club, X".
    private static NameMention? NameOf(ArticleSlots article, SentenceRef at, TokenizedText text, ReadOnlySpan<Token> tokens, int office)
    {
        int left = office - 1;
        while (left >= 0 && left > office - ToOffice && tokens[left].IsWord && !Was.Contains(tokens[left].Term))
        {
            left--;
        }

        if (left < 1)
        {
            return null;
        }

        bool comma = text.Source[tokens[left].Start] == ',';
        bool was = Was.Contains(tokens[left].Term);
        if (!comma && !was)
        {
            return null;
        }

        bool pronoun = was && Pronouns.Contains(tokens[left - 1].Term);
        NameMention? last = null;
        int people = 0;
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (article.Article.Names.Entities[n.Entity].Kind is not (NameKind.Person or NameKind.Other) || n.Span.End > tokens[left].Start)
            {
                continue;
            }

            (int first, int end) = FigureSlotReader.TokensOf(tokens, n.Span);
            people++;
            last = pronoun ? left - end <= ToName ? n : null : end == left && first >= 0 ? n : null;
        }

        return pronoun && people > 1 ? null : last;
    }

    private void Compare(Holding[] told, ConflictLedger ledger)
    {
        for (int i = 0; i < told.Length && told.Length <= MostPerOffice; i++)
        {
            for (int j = i + 1; j < told.Length; j++)
            {
                if (AreRivals(told[i], told[j]))
                {
                    Write(told, told[i], told[j], ledger);
                    return;
                }
            }
        }
    }

    private bool AreRivals(Holding a, Holding b) =>
        a.Name != b.Name && _story.Outlet[a.At.Article] != _story.Outlet[b.At.Article]
        && !_story.Input.NameGroups[a.At.Article].Contains(b.Name) && !_story.Input.NameGroups[b.At.Article].Contains(a.Name)
        && !SourceIdentity.ShareWord(Text(a.At, a.Span), Text(b.At, b.Span));

    private string Text(SentenceRef at, TextSpan span) => _story.Analyzed(at.Article).Text.String(span);

    private void Write(Holding[] all, Holding a, Holding b, ConflictLedger ledger)
    {
        string x = Text(a.At, a.Span);
        string y = Text(b.At, b.Span);
        string office = Text(a.At, a.Phrase);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = _story.Cite(a.At).Text,
            Explanation = $"who is {office}: {x} / {y}",
            Sides = [new SideDraft(x, [.. all.Where(h => h.Name == a.Name).Select(static h => h.At)]), new SideDraft(y, [.. all.Where(h => h.Name == b.Name).Select(static h => h.At)])],
            Details = [$"actor: \"{office}\" told of \"{x}\" and of \"{y}\"; no article names both; low, since there may be two"],
        });
    }

    private sealed record Holding(SentenceRef At, uint Office, uint Thing, int Name, TextSpan Span, TextSpan Phrase);
}
