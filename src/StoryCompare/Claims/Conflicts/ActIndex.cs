using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The sentences of a story by the acts they tell and the capitalised words they hold: finds who else tells of an act.</summary>
/// <remarks>Linear to build, and only for the sentences it will be asked about; a look-up returns sentences that share an act and a capitalised word, or an act that few sentences tell.</remarks>
internal sealed class ActIndex
{
    // Candidates a look-up returns at most for one key; a key of more sentences is too common to tell.
    private const int MostPerKey = 400;

    // The same for an act alone, whoever takes part.
    private const int MostForActAlone = 40;

    // Sentences of each key that one of those asked about holds.
    private readonly Dictionary<ulong, List<SentenceRef>> _sentences = [];
    private readonly StoryContext _story;

    /// <summary>An index of a story for <see cref="Candidates"/> of these sentences.</summary>
    public ActIndex(StoryContext story, IReadOnlyCollection<SentenceRef> asked)
    {
        _story = story;
        HashSet<int> acts = [];
        foreach (SentenceRef at in asked)
        {
            acts.UnionWith(ActsOf(at));
            foreach (ulong key in Keys(at, ActsOf(at)))
            {
                _sentences.TryAdd(key, []);
            }
        }

        foreach (SentenceRef at in acts.Count > 0 ? story.Statements() : [])
        {
            foreach (ulong key in Keys(at, acts))
            {
                if (_sentences.TryGetValue(key, out List<SentenceRef>? list) && (list.Count == 0 || list[^1] != at))
                {
                    list.Add(at);
                }
            }
        }
    }

    /// <summary>Whether the class tells that somebody spoke.</summary>
    public static bool IsSpeech(int act) => SpeechActs.Contains(act);

    /// <summary>Classes of the sentence's acts, speech acts left out; not to be changed.</summary>
    public HashSet<int> ActsOf(SentenceRef at) => _story.Articles[at.Article].Told(at.Sentence);

    /// <summary>Other sentences that share an act and a capitalised word with one of those asked about, in order.</summary>
    public List<SentenceRef> Candidates(SentenceRef at)
    {
        List<SentenceRef> found = [];
        foreach (ulong key in Keys(at, ActsOf(at)))
        {
            List<SentenceRef> list = _sentences[key];
            if (list.Count <= ((uint)key == 0 ? MostForActAlone : MostPerKey))
            {
                found.AddRange(list);
            }
        }

        return InOrder(found, at);
    }

    private static List<SentenceRef> InOrder(List<SentenceRef> found, SentenceRef but)
    {
        found.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        List<SentenceRef> once = new(found.Count);
        foreach (SentenceRef at in found)
        {
            if (at != but && (once.Count == 0 || once[^1] != at))
            {
                once.Add(at);
            }
        }

        return once;
    }

    // The keys of the sentence's acts that are among these, some of them twice.
    private IEnumerable<ulong> Keys(SentenceRef at, IReadOnlySet<int> among)
    {
        ArticleSlots article = _story.Articles[at.Article];
        foreach (ActMention m in article.Acts(at.Sentence))
        {
            if (!among.Contains(m.Class) || SpeechActs.Contains(m.Class))
            {
                continue;
            }

            ulong act = (ulong)(uint)m.Class << 32;
            yield return act;
            foreach (SlotWord w in article[at.Sentence].Words)
            {
                if (IsCapitalised(article, w))
                {
                    yield return act | w.Stem;
                }
            }
        }
    }

    /// <summary>Whether the word is written with a capital: most often a name.</summary>
    public static bool IsCapitalised(ArticleSlots article, in SlotWord word) => IsCapitalised(article.Article.Text, word);

    /// <summary>Whether the word is written with a capital: most often a name.</summary>
    public static bool IsCapitalised(TokenizedText text, in SlotWord word) => text.Tokens[word.Token].IsCapitalised;
}
