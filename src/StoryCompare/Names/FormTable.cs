using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>The distinct forms of an article's candidates, in rented arrays, one article after the other.</summary>
internal sealed class FormTable : IDisposable
{
    // An article names so many things at most, but for lists.
    private const int FewCandidates = 128;

    private readonly ScratchMap _byTerms = new();
    private readonly PooledList<uint> _terms = new(128);
    private readonly PooledList<Spelling> _spellings = new(64);
    private readonly ScratchMap _bySpelling = new();
    private TokenizedText _body = TokenizedText.Empty;
    private TokenizedText _title = TokenizedText.Empty;

    /// <summary>In order of appearance.</summary>
    public PooledList<NameForm> Forms { get; } = new(32);

    /// <summary>For each candidate added: its form.</summary>
    public PooledList<int> FormOf { get; } = new(64);

    /// <summary>Begins with an article: its text, and its title or a text that the title stands in.</summary>
    public void Open(TokenizedText body, TokenizedText title)
    {
        Close();
        (_body, _title) = (body, title);
    }

    /// <summary>Forgets the article.</summary>
    public void Close()
    {
        _byTerms.Clear();
        _terms.Clear();
        Forms.Clear();
        FormOf.Clear();
        (_body, _title) = (TokenizedText.Empty, TokenizedText.Empty);
    }

    /// <summary>The words of a form.</summary>
    public ReadOnlySpan<uint> TermsOf(in NameForm form) => _terms.AsSpan().Slice(form.FirstTerm, form.TermCount);

    /// <summary>The text a form stands in.</summary>
    public string SourceOf(in NameForm form) => (form.InTitle ? _title : _body).Source;

    /// <summary>A form as written.</summary>
    public ReadOnlySpan<char> CharsOf(in NameForm form) => (form.InTitle ? _title : _body).Chars(form.Span);

    /// <summary>Where the name stands, without its possessive.</summary>
    public static TextSpan SpanOf(TokenizedText text, in NameCandidate candidate)
    {
        int start = text.Tokens[candidate.First].Start;
        ref readonly Token last = ref text.Tokens[candidate.End - 1];
        int end = last.End;
        if (last.Has(TokenFlags.Possessive))
        {
            end -= char.ToLowerInvariant(text.Source[end - 1]) == 's' && end - start > 2 && CharClass.IsApostrophe(text.Source[end - 2]) ? 2 : 1;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Adds the candidates of the body, then those of the title.</summary>
    public void Add(PooledList<NameCandidate> candidates, bool inTitle)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        TokenizedText text = inTitle ? _title : _body;
        int basis = FormOf.Count;
        Span<ulong> hashes = candidates.Count <= FewCandidates ? stackalloc ulong[FewCandidates] : new ulong[candidates.Count];
        _spellings.Clear();
        _bySpelling.Clear();
        for (int c = 0; c < candidates.Count; c++)
        {
            ref readonly NameCandidate candidate = ref candidates[c];
            ulong hash = 14695981039346656037;
            for (int i = candidate.First; i < candidate.End; i++)
            {
                hash = text.Tokens[i].Kind <= TokenKind.Number ? (hash ^ text.Tokens[i].Term) * 1099511628211 : hash;
            }

            hashes[c] = hash;
            NameKind strong = candidate.Votes.StrongKind;
            if (strong != NameKind.Other)
            {
                int at = _bySpelling.GetOrAdd(hash, _spellings.Count);
                if (at == _spellings.Count)
                {
                    _spellings.Add(default);
                }

                _spellings[at].Kinds |= 1 << (int)strong;
            }
        }

        for (int c = 0; c < candidates.Count; c++)
        {
            ref readonly NameCandidate candidate = ref candidates[c];
            ulong hash = hashes[c];
            NameKind split = NameKind.Other;
            int at = _bySpelling.Find(hash);
            int kinds = at < 0 ? 0 : _spellings[at].Kinds;
            if ((kinds & (kinds - 1)) != 0)
            {
                // One spelling, two things (a town, a channel): a mention without a cue of its own means the one named last.
                ref Spelling spelling = ref _spellings[at];
                split = candidate.Votes.StrongKind != NameKind.Other ? candidate.Votes.StrongKind : spelling.IsNamed ? spelling.Current : First(kinds);
                spelling.Current = split;
                spelling.IsNamed = true;
            }

            int number = FormFor(text, candidate, hash + ((ulong)split * 0x9E3779B97F4A7C15), split, inTitle);
            ref NameForm form = ref Forms[number];
            form.Votes += candidate.Votes;
            form.Mentions++;
            FormOf.Add(number);
            if (candidate.BracketOf >= 0 && form.BracketOf < 0)
            {
                form.BracketOf = FormOf[basis + candidate.BracketOf];
            }
        }
    }

    public void Dispose()
    {
        _byTerms.Dispose();
        _terms.Dispose();
        _spellings.Dispose();
        _bySpelling.Dispose();
        Forms.Dispose();
        FormOf.Dispose();
    }

    private static NameKind First(int kinds) =>
        (kinds & (1 << (int)NameKind.Place)) != 0 ? NameKind.Place : (kinds & (1 << (int)NameKind.Organisation)) != 0 ? NameKind.Organisation : NameKind.Person;

    private int FormFor(TokenizedText text, in NameCandidate candidate, ulong key, NameKind split, bool inTitle)
    {
        int number = _byTerms.GetOrAdd(key, Forms.Count);
        if (number < Forms.Count)
        {
            return number;
        }

        NameForm form = new() { Span = SpanOf(text, candidate), InTitle = inTitle, NationalBody = candidate.NationalBody, SplitKind = split, BracketOf = -1, FirstTerm = _terms.Count };
        for (int i = candidate.First; i < candidate.End; i++)
        {
            ref readonly Token token = ref text.Tokens[i];
            if (token.IsWord)
            {
                form.Words += token.IsCapitalised ? 1 : 0;
                form.LastTerm = token.Term;
                form.LastWord = NameWords.Of(token);
                _terms.Add(token.Term);
            }
        }

        form.TermCount = _terms.Count - form.FirstTerm;
        form.LastWord = form.TermCount == 0 ? NameWords.Of(0u) : form.LastWord;
        Forms.Add(form);
        return number;
    }

    /// <summary>The kinds that strong evidence gives one spelling, and the one named last.</summary>
    private struct Spelling
    {
        public int Kinds;
        public NameKind Current;
        public bool IsNamed;
    }
}
