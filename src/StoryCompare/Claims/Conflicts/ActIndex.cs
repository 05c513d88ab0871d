using System.Runtime.InteropServices;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The sentences of a story by the acts they tell and the capitalised words they hold: finds who else tells of an act.</summary>
/// <remarks>Linear to build; a look-up returns sentences that share an act and a capitalised word, or an act that few sentences tell.</remarks>
internal sealed class ActIndex
{
    // Candidates a look-up returns at most for one key; a key of more sentences is too common to tell.
    private const int MostPerKey = 400;

    // The same for an act alone, whoever takes part.
    private const int MostForActAlone = 40;

    private static readonly HashSet<int> Speech = [.. new[] { "say", "report", "announce", "state", "claim", "deny", "confirm", "warn", "urge", "call", "expect" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];

    // The key of a class of acts and a word: the class in the upper half, the word's stem in the lower, 0 for the act alone.
    private readonly Dictionary<ulong, SentenceRef> _first = [];

    // Keys that two sentences or more hold: all of these, the first one included.
    private readonly Dictionary<ulong, List<SentenceRef>> _sentences = [];
    private readonly BySentence<HashSet<int>> _acts;
    private readonly StoryContext _story;

    public ActIndex(StoryContext story)
    {
        _story = story;
        _acts = new BySentence<HashSet<int>>(story);
        foreach (SentenceRef at in story.Statements())
        {
            foreach (ulong key in Keys(at))
            {
                if (!_first.TryAdd(key, at))
                {
                    ref List<SentenceRef>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_sentences, key, out _);
                    (list ??= [_first[key]]).Add(at);
                }
            }
        }
    }

    /// <summary>Whether the class tells that somebody spoke.</summary>
    public static bool IsSpeech(int act) => Speech.Contains(act);

    /// <summary>Classes of the sentence's acts, speech acts left out.</summary>
    public static HashSet<int> ActsOf(ArticleSlots article, int sentence)
    {
        HashSet<int> acts = [];
        foreach (ActMention m in article.Acts(sentence))
        {
            if (!Speech.Contains(m.Class))
            {
                acts.Add(m.Class);
            }
        }

        return acts;
    }

    /// <summary>The same, read once a sentence.</summary>
    public IReadOnlySet<int> ActsOf(SentenceRef at) => _acts[at] ??= ActsOf(_story.Articles[at.Article], at.Sentence);

    /// <summary>Other sentences that share an act and a capitalised word, in order.</summary>
    public IEnumerable<SentenceRef> Candidates(SentenceRef at)
    {
        SortedSet<(int Article, int Sentence)> found = [];
        foreach (ulong key in Keys(at))
        {
            if (!_sentences.TryGetValue(key, out List<SentenceRef>? list))
            {
                if (_first.TryGetValue(key, out SentenceRef only) && only != at)
                {
                    found.Add((only.Article, only.Sentence));
                }
            }
            else if (list.Count <= ((uint)key == 0 ? MostForActAlone : MostPerKey))
            {
                foreach (SentenceRef other in list)
                {
                    if (other != at)
                    {
                        found.Add((other.Article, other.Sentence));
                    }
                }
            }
        }

        return found.Select(static f => new SentenceRef(f.Article, f.Sentence));
    }

    // Each key once.
    private List<ulong> Keys(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        List<uint> words = [0];
        foreach (SlotWord w in article[at.Sentence].Words)
        {
            if (IsCapitalised(article, w))
            {
                words.Add(w.Stem);
            }
        }

        words.Sort();
        IReadOnlySet<int> acts = ActsOf(at);
        List<ulong> keys = new(acts.Count * words.Count);
        foreach (int act in acts)
        {
            for (int i = 0; i < words.Count; i++)
            {
                if (i == 0 || words[i] != words[i - 1])
                {
                    keys.Add(((ulong)(uint)act << 32) | words[i]);
                }
            }
        }

        return keys;
    }

    /// <summary>Whether the word is written with a capital: most often a name.</summary>
    public static bool IsCapitalised(ArticleSlots article, in SlotWord word) => IsCapitalised(article.Article.Text, word);

    /// <summary>Whether the word is written with a capital: most often a name.</summary>
    public static bool IsCapitalised(TokenizedText text, in SlotWord word) => text.Tokens[word.Token].IsCapitalised;
}
