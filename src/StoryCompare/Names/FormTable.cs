using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>A form of a name in one article, with what all its mentions say.</summary>
internal sealed class NameForm
{
    public required string Text { get; init; }

    /// <summary>Votes of all mentions together.</summary>
    public KindVotes Votes { get; set; }

    /// <summary>Number of mentions.</summary>
    public int Mentions { get; set; }

    /// <summary>Form that introduced this one in brackets behind it, or -1.</summary>
    public int BracketOf { get; set; } = -1;

    /// <summary>"Chilean troops".</summary>
    public bool NationalBody { get; init; }

    /// <summary>Number of capitalised words.</summary>
    public int Words { get; init; }

    /// <summary>What the word lists say of the last word.</summary>
    public NameWord LastWord { get; init; }

    /// <summary>Kind that strong evidence gives this form where another form is spelled alike; else <see cref="NameKind.Other"/>.</summary>
    public NameKind SplitKind { get; init; }

    /// <summary>Term of the last word.</summary>
    public uint LastTerm { get; init; }

    /// <summary>Terms of all words.</summary>
    public required uint[] Terms { get; init; }
}

/// <summary>The distinct forms of an article's candidates.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<ulong, int> _byTerms = new(32);

    /// <summary>In order of appearance.</summary>
    public List<NameForm> Forms { get; } = [];

    /// <summary>For each candidate added: its form.</summary>
    public List<int> FormOf { get; } = [];

    /// <summary>Where the name stands, without its possessive.</summary>
    public static TextSpan SpanOf(TokenizedText text, in NameCandidate candidate)
    {
        int start = text.Tokens[candidate.First].Start;
        ref readonly Token last = ref text.Tokens[candidate.End - 1];
        int end = last.End;
        if ((last.Flags & TokenFlags.Possessive) != TokenFlags.None)
        {
            end -= char.ToLowerInvariant(text.Source[end - 1]) == 's' && end - start > 2 && CharClass.IsApostrophe(text.Source[end - 2]) ? 2 : 1;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Adds the candidates of a text.</summary>
    public void Add(TokenizedText text, PooledList<NameCandidate> candidates)
    {
        int basis = FormOf.Count;
        Dictionary<ulong, int> strongKinds = [];
        using PooledList<ulong> hashes = new(candidates.Count + 1);
        for (int c = 0; c < candidates.Count; c++)
        {
            NameCandidate candidate = candidates[c];
            ulong hash = 14695981039346656037;
            for (int i = candidate.First; i < candidate.End; i++)
            {
                hash = text.Tokens[i].IsWord || text.Tokens[i].Kind == TokenKind.Number ? (hash ^ text.Tokens[i].Term) * 1099511628211 : hash;
            }

            hashes.Add(hash);
            NameKind strong = candidate.Votes.StrongKind;
            if (strong != NameKind.Other)
            {
                strongKinds[hash] = strongKinds.GetValueOrDefault(hash) | (1 << (int)strong);
            }
        }

        Dictionary<ulong, NameKind> current = [];
        for (int c = 0; c < candidates.Count; c++)
        {
            NameCandidate candidate = candidates[c];
            ulong hash = hashes[c];
            NameKind split = NameKind.Other;
            int kinds = strongKinds.GetValueOrDefault(hash);
            if ((kinds & (kinds - 1)) != 0)
            {
                // One spelling, two things (a town, a channel): a mention without a cue of its own means the one named last.
                split = candidate.Votes.StrongKind != NameKind.Other ? candidate.Votes.StrongKind : current.GetValueOrDefault(hash, First(kinds));
                current[hash] = split;
            }

            int form = FormFor(text, candidate, hash + ((ulong)split * 0x9E3779B97F4A7C15), split);
            Forms[form].Votes += candidate.Votes;
            Forms[form].Mentions++;
            FormOf.Add(form);
            if (candidate.BracketOf >= 0 && Forms[form].BracketOf < 0)
            {
                Forms[form].BracketOf = FormOf[basis + candidate.BracketOf];
            }
        }
    }

    private static NameKind First(int kinds) =>
        (kinds & (1 << (int)NameKind.Place)) != 0 ? NameKind.Place : (kinds & (1 << (int)NameKind.Organisation)) != 0 ? NameKind.Organisation : NameKind.Person;

    private int FormFor(TokenizedText text, in NameCandidate candidate, ulong key, NameKind split)
    {
        if (_byTerms.TryGetValue(key, out int form))
        {
            return form;
        }

        int words = 0;
        int count = 0;
        int tokens = candidate.End - candidate.First;
        Span<uint> terms = tokens <= NameScanner.MaxTokens ? stackalloc uint[NameScanner.MaxTokens] : new uint[tokens];
        uint last = 0;
        for (int i = candidate.First; i < candidate.End; i++)
        {
            ref readonly Token token = ref text.Tokens[i];
            if (token.IsWord)
            {
                words += token.IsCapitalised ? 1 : 0;
                last = token.Term;
                terms[count++] = last;
            }
        }

        _byTerms[key] = Forms.Count;
        Forms.Add(new NameForm
        {
            Text = text.String(SpanOf(text, candidate)),
            NationalBody = candidate.NationalBody,
            Words = words,
            LastTerm = last,
            LastWord = NameWords.Of(last),
            SplitKind = split,
            Terms = terms[..count].ToArray(),
        });
        return Forms.Count - 1;
    }
}
