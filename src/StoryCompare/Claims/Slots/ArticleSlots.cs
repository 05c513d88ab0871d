using StoryCompare.Analysis;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare.Claims.Slots;

/// <summary>What was read from one article, laid out by sentence; word slots are read when first asked for, by whichever thread asks (as in <see cref="BySentence{T}"/>).</summary>
internal sealed class ArticleSlots
{
    /// <summary>Attributions of one sentence that are compared: pairs of sentences compare all of them, and no sentence says "he said" more often.</summary>
    private const int MostAttributions = 8;

    private readonly SentenceSlots?[] _slots;
    private readonly ActMention[]?[] _acts;
    private readonly HashSet<int>?[] _told;
    private readonly DateSlot[]?[] _dates;
    private readonly FillValue[]?[] _values;
    private readonly ClauseAct[]?[] _clauses;
    private readonly List<(int Start, int End)>?[] _asides;
    private HashSet<uint>? _stems;
    private HashSet<int>? _groups;
    private readonly int[] _firstFigure;
    private readonly int[] _firstTime;
    private readonly int[] _firstName;
    private readonly List<Attribution>?[] _attributions;

    public ArticleSlots(AnalyzedArticle article, int[] nameGroups)
    {
        Article = article;
        NameGroups = nameGroups;
        int n = article.Text.Sentences.Length;
        _slots = new SentenceSlots?[n];
        _acts = new ActMention[]?[n];
        _told = new HashSet<int>?[n];
        _dates = new DateSlot[]?[n];
        _values = new FillValue[]?[n];
        _clauses = new ClauseAct[]?[n];
        _asides = new List<(int Start, int End)>?[n];
        _firstFigure = Starts(n, article.Figures.Count, i => article.Figures[i].Sentence);
        _firstTime = Starts(n, article.Times.Count, i => article.Times[i].Sentence);
        _firstName = Starts(n, article.Names.Mentions.Count, i => article.Names.Mentions[i].Sentence);
        _attributions = new List<Attribution>?[n];
        foreach (Attribution a in article.Quotes.Attributions)
        {
            List<Attribution> told = _attributions[a.Sentence] ??= [];
            if (told.Count < MostAttributions)
            {
                told.Add(a);
            }
        }
    }

    public AnalyzedArticle Article { get; }

    /// <summary>Story-wide group of each entity of the article.</summary>
    public int[] NameGroups { get; }

    public int SentenceCount => _slots.Length;

    /// <summary>The word slots of a sentence.</summary>
    public SentenceSlots this[int sentence] => _slots[sentence] ??= SlotReader.Read(Article.Text, Article.Text.Sentences[sentence]);

    /// <summary>Reads words and acts of all statements.</summary>
    public void ReadWords()
    {
        for (int s = 0; s < SentenceCount; s++)
        {
            if (IsStatement(s))
            {
                _ = this[s];
                _ = Acts(s);
            }
        }
    }

    /// <summary>The acts of a sentence; token indexes count from the sentence's first token.</summary>
    public ActMention[] Acts(int sentence)
    {
        if (_acts[sentence] is { } known)
        {
            return known;
        }

        List<ActMention> mentions = [];
        ActLexicon.Default.Find(Article.Text.TokensOf(Article.Text.Sentences[sentence]), mentions);
        return _acts[sentence] = [.. mentions];
    }

    /// <summary>Classes of the sentence's acts, speech acts left out; not to be changed.</summary>
    public HashSet<int> Told(int sentence) => _told[sentence] ??= [.. Acts(sentence).Select(static m => (int)m.Class).Where(static c => !SpeechActs.Contains(c))];

    /// <summary>The dated acts of a sentence, in order.</summary>
    public DateSlot[] Dates(int sentence) => _dates[sentence] ??= [.. DateSlotReader.Read(this, sentence)];

    /// <summary>The values of slots that a sentence tells, in order of place.</summary>
    public FillValue[] Values(int sentence) => _values[sentence] ??= FillValues.Find(Article.Text, Article.Text.TokensOf(Article.Text.Sentences[sentence]));

    /// <summary>The verbs of a sentence with their subjects and objects, in order of place; not to be changed.</summary>
    public ClauseAct[] Clauses(int sentence) => _clauses[sentence] ??= new ClauseReader().Read(Article.Text, Article.Text.Sentences[sentence]);

    /// <summary>What is set into a sentence between commas, in order; not to be changed.</summary>
    public List<(int Start, int End)> Asides(int sentence) => _asides[sentence] ??= Insertions.Read(Article.Text, Article.Text.TokensOf(Article.Text.Sentences[sentence]));

    /// <summary>Stems of the article's content words; not to be changed.</summary>
    public HashSet<uint> Stems => _stems ??= ReadStems();

    /// <summary>Story-wide groups of the article's names; not to be changed.</summary>
    public HashSet<int> Groups => _groups ??= [.. Article.Names.Mentions.Select(m => GroupOf(m))];

    /// <summary>Indexes of the sentence's figures.</summary>
    public Range Figures(int sentence) => new(_firstFigure[sentence], _firstFigure[sentence + 1]);

    /// <summary>The sentence's time expressions.</summary>
    public Part<TimeMention> Times(int sentence) => new(Article.Times, _firstTime[sentence], _firstTime[sentence + 1]);

    /// <summary>The sentence's names.</summary>
    public Part<NameMention> Names(int sentence) => new(Article.Names.Mentions, _firstName[sentence], _firstName[sentence + 1]);

    /// <summary>The sentence's name that holds the whole span, or null.</summary>
    public NameMention? NameAround(int sentence, TextSpan span)
    {
        int i = Halving.FirstFrom(Article.Names.Mentions, _firstName[sentence], _firstName[sentence + 1], span.End, static (n, k) => n[k].Span.End);
        return i < _firstName[sentence + 1] && Article.Names.Mentions[i].Span.Contains(span) ? Article.Names.Mentions[i] : null;
    }

    /// <summary>The sentence's attributions.</summary>
    public IReadOnlyList<Attribution> Attributions(int sentence) => _attributions[sentence] ?? (IReadOnlyList<Attribution>)[];

    /// <summary>The story-wide group of a name.</summary>
    public int GroupOf(in NameMention name) => NameGroups[name.Entity];

    /// <summary>Whether the sentence is a statement that can support a fact: running text or headline, not an embedded post.</summary>
    public bool IsStatement(int sentence) => Article.Text.Sentences[sentence].Kind is SentenceKind.Body or SentenceKind.Title;

    private HashSet<uint> ReadStems()
    {
        HashSet<uint> stems = [];
        foreach (Token t in Article.Text.Tokens)
        {
            if (t.IsContent)
            {
                stems.Add(t.Stem);
            }
        }

        return stems;
    }

    private static int[] Starts(int sentences, int count, Func<int, int> sentenceOf)
    {
        int[] starts = new int[sentences + 1];
        int next = 0;
        for (int s = 0; s <= sentences; s++)
        {
            while (next < count && sentenceOf(next) < s)
            {
                next++;
            }

            starts[s] = next;
        }

        return starts;
    }
}
