using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Turns judged lines into sentences, tokens and dropped stretches.</summary>
internal struct ArticleAssembler
{
    private static readonly DropRule Dateline = new("dateline", "place-and-dash");
    private static readonly DropRule Credit = new("photo-credit", "credit-after-last-sentence");
    private static readonly DropRule NoWord = new("separator", "stretch-without-token");
    private const int DatelinesWithin = 6;

    private readonly string _raw;
    private readonly PooledList<Token> _all;
    private readonly PooledList<Sentence> _sentences;
    private readonly PooledList<DroppedText> _dropped;
    private readonly List<TextSpan> _spans;

    private ArticleAssembler(string raw, PooledList<Token> all, SentenceRoom room)
    {
        _raw = raw;
        _all = all;
        _sentences = room.Sentences;
        _dropped = room.Dropped;
        _spans = room.Spans;
    }

    public TokenizedText Text { get; private set; } = TokenizedText.Empty;

    public DroppedText[] Dropped { get; private set; } = [];

    public TextSpan? DatelinePlace { get; private set; }

    /// <summary>Index of the first sentence of a line that starts a second report, by dateline after a separator; -1 when there is none.</summary>
    public int SecondDateline { get; private set; } = -1;

    /// <summary>Index of the first sentence of an embedded report, or of the next one when its headline has none; -1 when there is none.</summary>
    public int EmbeddedSentence { get; private set; } = -1;

    /// <summary>Puts the lines together; moves the tokens that are kept to the front of <paramref name="tokens"/>.</summary>
    public static ArticleAssembler Assemble(string raw, PooledList<Line> lines, PooledList<Token> tokens, in PageLayout layout, SentenceRoom room)
    {
        int kept = CountKept(lines);
        room.Sentences.Clear(kept);
        room.Dropped.Clear(lines.Count - kept);
        ArticleAssembler assembler = new(raw, tokens, room);
        assembler.Run(lines, layout);
        return assembler;
    }

    private void Run(PooledList<Line> lines, in PageLayout layout)
    {
        int keptTokens = 0;
        int paragraph = 0;
        int bodyLines = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            EmbeddedSentence = i == layout.EmbeddedHeadline ? _sentences.Count : EmbeddedSentence;
            if (line.IsDropped)
            {
                DropRule rule = line.Rule!;
                _dropped.Add(new DroppedText(line.Span, rule.Kind, rule.Name));
                continue;
            }

            int start = line.Start;
            int firstToken = line.FirstToken;
            int count = line.TokenCount;
            if (line.Role is LineRole.Body or LineRole.Heading)
            {
                bool afterSeparator = i > 0 && lines[i - 1].Rule is { Kind: "separator" };
                bodyLines++;
                if ((bodyLines <= DatelinesWithin || afterSeparator || layout.EmbeddedHeadline >= 0)
                    && Datelines.TryRead(_raw, _all.AsSpan().Slice(firstToken, count), out TextSpan place, out int next))
                {
                    int end = _all[firstToken + next - 1].End;
                    _dropped.Add(new DroppedText(new TextSpan(start, end), Dateline.Kind, Dateline.Name));
                    if (DatelinePlace is null)
                    {
                        DatelinePlace = place;
                    }
                    else if (afterSeparator && SecondDateline < 0)
                    {
                        SecondDateline = _sentences.Count;
                    }

                    start = end;
                    firstToken += next;
                    count -= next;
                }
            }

            keptTokens = AddSentences(Spans.Trim(_raw, start, line.End), firstToken, count, paragraph, KindOf(line.Role), keptTokens);
            paragraph++;
        }

        Text = new TokenizedText(_raw, [.. _all.AsSpan()[..keptTokens]], _sentences.Take());
        Dropped = _dropped.ToArray();
    }

    // Every kept line is one sentence or more.
    private static int CountKept(PooledList<Line> lines)
    {
        int kept = 0;
        foreach (ref readonly Line line in lines.AsSpan())
        {
            kept += line.IsDropped ? 0 : 1;
        }

        return kept;
    }

    private static SentenceKind KindOf(LineRole role) => role switch
    {
        LineRole.Title => SentenceKind.Title,
        LineRole.Heading => SentenceKind.Heading,
        LineRole.Embed => SentenceKind.Embed,
        _ => SentenceKind.Body,
    };

    /// <summary>Splits the stretch and moves its tokens down to the kept ones; returns the new number of kept tokens.</summary>
    private int AddSentences(TextSpan stretch, int firstToken, int count, int paragraph, SentenceKind kind, int kept)
    {
        if (stretch.Length == 0)
        {
            return kept;
        }

        Span<Token> tokens = _all.AsSpan();
        _spans.Clear();
        if (kind == SentenceKind.Title)
        {
            _spans.Add(stretch);
        }
        else
        {
            SentenceSplitter.Split(_raw, stretch, tokens.Slice(firstToken, count), _spans);
        }

        int token = firstToken;
        int end = firstToken + count;
        for (int s = 0; s < _spans.Count; s++)
        {
            TextSpan span = _spans[s];
            int first = kept;
            while (token < end && tokens[token].Start < span.End)
            {
                tokens[kept++] = tokens[token++];
            }

            if (s > 0 && s == _spans.Count - 1 && CaptionRules.IsTrailingCredit(_raw, tokens[first..kept]))
            {
                _dropped.Add(new DroppedText(span, Credit.Kind, Credit.Name));
                kept = first;
            }
            else if (kept > first)
            {
                _sentences.Add(new Sentence(span, first, kept - first, paragraph, kind));
            }
            else
            {
                _dropped.Add(new DroppedText(span, NoWord.Kind, NoWord.Name));
            }
        }

        return kept;
    }
}
