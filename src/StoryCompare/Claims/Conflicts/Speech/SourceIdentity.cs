using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The named people and organisations of a source and of the medium it speaks through, by story-wide group.</summary>
/// <param name="Words">The source in the text's words.</param>
/// <param name="Names">Groups of the names in source and channel; empty for "officials", "witnesses".</param>
/// <param name="Roles">What kinds of source its words tell; empty for "officials".</param>
/// <param name="IsNamed">Whether the text names or describes the source on the spot, not by "he said".</param>
/// <param name="IsPerson">Whether its names are a person's, not an organisation's.</param>
internal sealed record SourceIdentity(string Words, HashSet<int> Names, HashSet<int> Roles, bool IsNamed, bool IsPerson)
{
    /// <summary>Whether "he" was resolved to a full name: good enough for a quotation that is evidently one.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Whether one may speak for the other as far as the text tells: a person and an organisation, no role that tells them apart.</summary>
    public bool MaySpeakFor(SourceIdentity other) =>
        IsPerson != other.IsPerson && Names.Count > 0 && other.Names.Count > 0 && (Roles.Count == 0 || other.Roles.Count == 0 || Roles.Overlaps(other.Roles));

    private static bool IsOfPerson(ArticleSlots article, HashSet<int> names)
    {
        for (int e = 0; e < article.NameGroups.Length; e++)
        {
            if (names.Contains(article.NameGroups[e]) && article.Article.Names.Entities[e].Kind == NameKind.Person)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly TermMap<int> RoleOf = Load();
    private static readonly TermSet Pronouns = TermHash.SetOf("he", "she", "they", "it", "we", "i", "who", "which", "this", "that", "his", "her", "their");

    /// <summary>The identity of an attribution's source.</summary>
    public static SourceIdentity Of(ArticleSlots article, Attribution attribution)
    {
        HashSet<int> names = [];
        foreach (NameMention n in article.Names(attribution.Sentence))
        {
            NameKind kind = article.Article.Names.Entities[n.Entity].Kind;
            bool inside = attribution.Source.Overlaps(n.Span) || (attribution.Channel is { } channel && channel.Overlaps(n.Span));
            if (inside && kind != NameKind.Place)
            {
                names.Add(article.GroupOf(n));
            }
        }

        if (names.Count == 0)
        {
            AddResolved(article, attribution.SourceName, names);
        }

        return new SourceIdentity(attribution.SourceName, names, RolesIn(article, attribution.Sentence, attribution.Source), IsExplicit(article, attribution.Sentence, attribution.Source), IsOfPerson(article, names));
    }

    /// <summary>The identity of a quotation's speaker.</summary>
    public static SourceIdentity? Of(ArticleSlots article, QuoteMention quote)
    {
        if (quote.SpeakerName is not { Length: > 0 } name)
        {
            return null;
        }

        HashSet<int> names = [];
        AddResolved(article, name, names);
        bool onTheSpot = quote.Speaker is { } span && IsExplicit(article, SentenceOf(article, quote, span), span);
        bool resolved = !onTheSpot && names.Count > 0 && name.Contains(' ', StringComparison.Ordinal);
        return new SourceIdentity(name, names, quote.Speaker is { } at ? RolesIn(article, SentenceOf(article, quote, at), at) : [], onTheSpot || resolved, IsOfPerson(article, names)) { IsResolved = resolved };
    }

    private static int SentenceOf(ArticleSlots article, QuoteMention quote, TextSpan span)
    {
        for (int s = Math.Max(0, quote.FirstSentence - 1); s < Math.Min(article.SentenceCount, quote.LastSentence + 2); s++)
        {
            if (article.Article.Text.Sentences[s].Span.Contains(span))
            {
                return s;
            }
        }

        return quote.FirstSentence;
    }

    private static HashSet<int> RolesIn(ArticleSlots article, int sentence, TextSpan source)
    {
        HashSet<int> roles = [];
        foreach (Token t in article.Article.Text.TokensInside(article.Article.Text.Sentences[sentence], source))
        {
            if (RoleOf.TryGetValue(t.Term, out int role))
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    /// <summary>Whether the names share a word, run-on writing allowed: "Anna De Santis", "Judge DeSantis".</summary>
    public static bool ShareWord(string a, string b)
    {
        string x = Folded(a);
        string y = Folded(b);
        return x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal)
            || a.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => Folded(w).Length > 3 && char.IsUpper(w[0]) && y.Contains(Folded(w), StringComparison.Ordinal))
            || b.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => Folded(w).Length > 3 && char.IsUpper(w[0]) && x.Contains(Folded(w), StringComparison.Ordinal));
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    // "He said" tells a speaker by guess only.
    private static bool IsExplicit(ArticleSlots article, int sentence, TextSpan source)
    {
        bool any = false;
        foreach (Token t in article.Article.Text.TokensInside(article.Article.Text.Sentences[sentence], source))
        {
            if (Pronouns.Contains(t.Term))
            {
                return false;
            }

            any |= t.IsContent;
        }

        return any;
    }

    private static TermMap<int> Load()
    {
        Dictionary<uint, int> roles = [];
        int role = 0;
        foreach (string[] row in EmbeddedData.Rows("source_roles.tsv"))
        {
            foreach (string word in row[1].Split(' '))
            {
                roles[TermHash.Of(word)] = role;
            }

            role++;
        }

        return roles.ToTermMap(static p => p.Key, static p => p.Value);
    }

    // "He" resolved to "Paul Browne": the name stands elsewhere in the article.
    private static void AddResolved(ArticleSlots article, string source, HashSet<int> names)
    {
        for (int e = 0; e < article.NameGroups.Length; e++)
        {
            ArticleEntity entity = article.Article.Names.Entities[e];
            if (entity.Kind != NameKind.Place && entity.Form.Length > 2 && (source.Contains(entity.Form, StringComparison.Ordinal) || entity.Form.Contains(source, StringComparison.Ordinal)))
            {
                names.Add(article.NameGroups[e]);
            }
        }
    }
}

/// <summary>Which names stand side by side in a story ("France Telecom spokesman Louis-Michel Aymard"): they speak for each other.</summary>
internal sealed class Affiliations
{
    // Characters between two names that belong together.
    private const int Gap = 40;

    private readonly HashSet<(int Low, int High)> _pairs = [];

    public Affiliations(StoryContext story)
    {
        foreach (ArticleSlots article in story.Articles)
        {
            IReadOnlyList<NameMention> mentions = article.Article.Names.Mentions;
            for (int i = 1; i < mentions.Count; i++)
            {
                for (int j = i - 1; j >= 0 && j >= i - 2 && mentions[j].Sentence == mentions[i].Sentence && mentions[i].Span.Start - mentions[j].Span.End <= Gap; j--)
                {
                    int a = article.GroupOf(mentions[j]);
                    int b = article.GroupOf(mentions[i]);
                    _pairs.Add((Math.Min(a, b), Math.Max(a, b)));
                }
            }
        }
    }

    /// <summary>Whether the sources are told on the spot by name or office, share no name, and none speaks for another.</summary>
    public bool AreDistinct(SourceIdentity a, SourceIdentity b)
    {
        if (!a.IsNamed || !b.IsNamed || a.Names.Overlaps(b.Names) || SourceIdentity.ShareWord(a.Words, b.Words))
        {
            return false;
        }

        if (a.Names.Count == 0 || b.Names.Count == 0)
        {
            // "The ministry" and "the union", or "the institute" and a doctor by name.
            return a.Roles.Count > 0 && b.Roles.Count > 0 && !a.Roles.Overlaps(b.Roles);
        }

        return !Any(a.Names, b.Names);
    }

    /// <summary>Whether a name of the one stands beside a name of the other somewhere.</summary>
    public bool Any(HashSet<int> a, HashSet<int> b)
    {
        foreach (int x in a)
        {
            foreach (int y in b)
            {
                if (_pairs.Contains((Math.Min(x, y), Math.Max(x, y))))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
