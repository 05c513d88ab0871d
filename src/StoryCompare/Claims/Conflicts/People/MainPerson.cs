using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Says whether a name, a noun or a pronoun is the person a story is about.</summary>
/// <remarks>Without names it needs an article that tells of one person only; so it is silent where several are told of. Linear in the persons of an article.</remarks>
internal sealed class MainPerson(StoryContext story, ClaimContext context, PersonTies ties)
{
    private static readonly TermSet Owners = TermHash.SetOf("his", "her", "their", "its", "my");
    private static readonly TermSet Bystanders = EmbeddedData.Rows("claim_words.tsv", "tie.bystanders").SelectMany(static r => r[1].Split(' ')).Select(WordTable.StemOf).ToTermSet();
    private static readonly uint Officer = WordTable.StemOf("officer");
    private static readonly TermSet Before = TermHash.SetOf("for", "since", "until", "before");

    private readonly PersonMention[]?[] _told = new PersonMention[]?[story.Articles.Length];
    private FrozenDictionary<int, TermSet>? _roles;

    /// <summary>Whether the noun is somebody else's: "her deputy", "the editor before her".</summary>
    public static bool IsSomebodyElse(SentenceSlots slots, int noun)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        if (noun < 0 || noun >= tokens.Length)
        {
            return false;
        }

        bool owned = noun > 0 && (Owners.Contains(tokens[noun - 1].Term) || (tokens[noun - 1].Flags & TokenFlags.Possessive) != 0 || (noun > 1 && Owners.Contains(tokens[noun - 2].Term)));
        return owned || (noun + 1 < tokens.Length && Before.Contains(tokens[noun + 1].Term));
    }

    /// <summary>The one person an article tells of, where "he" (m) or "she" (f) alone stands; null where there are several.</summary>
    public PersonMention? MainOf(int article, char sex) =>
        PersonsOf(article) is { Length: > 0 } persons && persons[0] is var first && (first.Sex == 0 || first.Sex == sex) && IsMain(article, first) ? first : null;

    /// <summary>Whether it is whom the story is about: its most named person or, by role or sex, the only one the article tells of.</summary>
    public bool IsMain(int article, PersonMention who)
    {
        if (who.IsSeveral)
        {
            return false;
        }

        if (context.CentralPerson is { } central && PersonsOf(article).Any(p => p.Group == central))
        {
            return who.Group == central || (who.Group < 0 && (who.Role == 0 || RolesOf(central).Count == 0 ? IsOnly(article, who) : RolesOf(central).Contains(who.Role)));
        }

        return IsOnly(article, who);
    }

    private bool IsOnly(int article, PersonMention who) => Array.TrueForAll(PersonsOf(article), p => PersonTies.MayBeOne(ties, p, who));

    /// <summary>Whom the article tells of, one by one: those who only speak, and who come to any event, left out.</summary>
    public PersonMention[] PersonsOf(int article)
    {
        if (_told[article] is { } known)
        {
            return known;
        }

        ArticleSlots slots = story.Articles[article];
        PersonReader reader = ties.PersonsOf(article);
        return _told[article] = [.. Enumerable.Range(0, slots.SentenceCount).Where(slots.IsStatement).SelectMany(s => reader[s]).Where(static p => !p.IsSeveral && !p.IsAside && !p.IsPronoun && !(p.Group < 0 && (Bystanders.Contains(p.Role) || p.Role == Officer)))];
    }

    private TermSet RolesOf(int group)
    {
        _roles ??= Enumerable.Range(0, story.Articles.Length).SelectMany(RolesIn).GroupBy(static p => p.Group)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => p.Role).ToTermSet());
        return _roles.GetValueOrDefault(group) ?? [];
    }

    // "Singer Ada Bell", "Ada Bell, the singer".
    private IEnumerable<(int Group, uint Role)> RolesIn(int article)
    {
        ArticleSlots slots = story.Articles[article];
        for (int s = 0; s < slots.SentenceCount; s++)
        {
            PersonMention[] persons = slots.IsStatement(s) ? ties.PersonsOf(article)[s] : [];
            for (int i = 0; i < persons.Length; i++)
            {
                if (persons[i] is { Group: >= 0, Role: not 0 } own)
                {
                    yield return (own.Group, own.Role);
                }

                if (i + 1 < persons.Length && persons[i].Group >= 0 && persons[i + 1] is { Group: < 0, IsSeveral: false, Role: not 0 } beside && beside.First - persons[i].End is 1 or 2 && slots.Article.Text.Source[persons[i].Span.End] == ',')
                {
                    yield return (persons[i].Group, beside.Role);
                }
            }
        }
    }
}
