using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Takes a run of capitalised words apart: titles and peoples off, "UN Secretary-General Antonio Guterres" into body and person.</summary>
internal readonly ref struct RunSplitter(TokenizedText text, ReadOnlySpan<Token> tokens, int offset, int sentence, PooledList<NameCandidate> found)
{
    private readonly TokenizedText _text = text;
    private readonly ReadOnlySpan<Token> _tokens = tokens;
    private readonly int _offset = offset;
    private readonly int _sentence = sentence;
    private readonly PooledList<NameCandidate> _found = found;

    /// <summary>Adds the names of the run <c>[start, end)</c>, tokens of the sentence.</summary>
    public void Split(int start, int end)
    {
        int phrase = PhraseTable.Default.Match(_tokens, start);
        if (phrase == end)
        {
            if (!(phrase == start + 1 && IsShortCountry(start) && NationalBody(start, end)))
            {
                Add(start, end, default);
            }

            return;
        }

        // The last title that is not part of a body's name ("General Motors", "King Saud University").
        int title = -1;
        for (int i = Math.Max(start, phrase); i < end; i++)
        {
            if (IsTitle(i) && !(i == start && phrase > start + 1) && !(i > start && (Same(i - 1, "of") || Same(i - 1, "for") || Same(i - 1, "and"))))
            {
                title = i;
            }
        }

        if (title >= 0 && (title + 1 >= end || !HasBodyWord(title + 1, end)))
        {
            int person = title + 1;
            while (person < end && (!_tokens[person].IsWord || (IsStaffPhrase(title, person) && !_tokens[person].IsCapitalised)))
            {
                person++;
            }

            if (person + 1 < end && !_tokens[person].IsCapitalised && Same(person, "of"))
            {
                person += 2;
            }

            if (person < end)
            {
                if (IsStaffPhrase(title, person) && person + 1 < end)
                {
                    person++;
                }

                Add(person, end, new KindVotes(KindVotes.Strong, 0, 0), _tokens[title].Term);
            }

            int left = title;
            while (left > start && (IsTitle(left - 1) || IsModifier(left - 1) || !_tokens[left - 1].IsWord || !_tokens[left - 1].IsCapitalised))
            {
                left--;
            }

            if (left > start)
            {
                Middle(start, left);
            }

            SortLast(left > start && person < end);
            return;
        }

        Middle(start, end);
    }

    // A run without titles: the people in front off, a known place or body in front of a person split off.
    private void Middle(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        bool body = HasBodyWord(start, end) || HasPlaceWord(start, end);
        int phrase = PhraseTable.Default.Match(_tokens, start);
        bool demonym = (NameWords.Of(_tokens[start]) & NameWord.Demonym) != NameWord.None && phrase <= start + 1;
        if (demonym)
        {
            if (NationalBody(start, end))
            {
                return;
            }

            if (!body)
            {
                int next = start + 1;
                while (next < end && !_tokens[next].IsCapitalised)
                {
                    next++;
                }

                Middle(next, end);
                return;
            }
        }
        else if (phrase > start && phrase < end && !body)
        {
            // "Kenya Ana de Sousa"; but a person's own name may start with a place ("Paris Hilton", "Jordan Peele").
            bool splits = _tokens[phrase - 1].IsWord && phrase < end && (NameWords.Of(_tokens[start]) & (NameWord.GivenName | NameWord.WeakGivenName)) == NameWord.None
                && _tokens[phrase].IsCapitalised && _tokens[phrase].IsWord;
            if (splits)
            {
                Add(start, phrase, default);
                Middle(phrase, end);
                return;
            }
        }

        Add(start, end, default);
    }

    // "Chilean Coastal Army", "US military", "Peruvian government forces": also where the body's word is in lower case.
    private bool NationalBody(int start, int end)
    {
        int i = start + 1;
        NameWord last = NameWord.None;
        int stop = start + 1;
        int hyphen = i + 2 < _tokens.Length && _tokens[i].Kind == TokenKind.Punctuation && _text.Source[_tokens[i].Start] == '-' && Same(i + 1, "led") ? 2 : 0;
        if (hyphen > 0 && Same(i + 2, "coalition"))
        {
            AddRaw(start, i + 3, new KindVotes(0, 0, KindVotes.Strong), nationalBody: true);
            return true;
        }

        if (_tokens[start].Has(TokenFlags.Possessive))
        {
            return false;
        }

        while (i < _tokens.Length && i <= start + 4 && _tokens[i].IsWord && _tokens[i].Has(TokenFlags.AfterSpace))
        {
            NameWord flags = NameWords.Of(_tokens[i]);
            const NameWord body = NameWord.Army | NameWord.Government | NameWord.Police | NameWord.Navy;
            if ((flags & body) != NameWord.None)
            {
                last = flags & body;
                stop = i + 1;
            }
            else if ((flags & NameWord.BodyLink) == NameWord.None)
            {
                break;
            }

            i++;
        }

        if (last == NameWord.None || stop < end)
        {
            return false;
        }

        AddRaw(start, stop, new KindVotes(0, 0, KindVotes.Strong), nationalBody: true);
        return true;
    }

    private bool IsShortCountry(int i) => _tokens[i].Length <= 4 && _tokens[i].Has(TokenFlags.AllCaps);

    private bool IsTitle(int i) => _tokens[i].IsCapitalised && (NameWords.Of(_tokens[i]) & NameWord.Title) != NameWord.None;

    private bool IsModifier(int i) => (NameWords.Of(_tokens[i]) & NameWord.RoleModifier) != NameWord.None && !IsShortCountry(i) && (NameWords.Of(_tokens[i]) & NameWord.Demonym) == NameWord.None;

    private bool IsStaffPhrase(int title, int i) => i == title + 2 && Same(title + 1, "of") && (NameWords.Of(_tokens[i]) & NameWord.Staff) != NameWord.None;

    private bool HasBodyWord(int start, int end) => Has(start, end, NameWord.Organisation | NameWord.LegalForm);

    private bool HasPlaceWord(int start, int end) => Has(start, end, NameWord.Place | NameWord.Facility);

    private bool Has(int start, int end, NameWord flag)
    {
        for (int i = start; i < end; i++)
        {
            if (_tokens[i].IsCapitalised && (NameWords.Of(_tokens[i]) & flag) != NameWord.None)
            {
                return true;
            }
        }

        return false;
    }

    private bool Same(int i, string word) => i < _tokens.Length && _text.Chars(_tokens[i]).Equals(word, StringComparison.OrdinalIgnoreCase);

    // The person was added before what stands in front of it.
    private void SortLast(bool swap)
    {
        if (!swap || _found.Count < 2)
        {
            return;
        }

        int i = _found.Count - 1;
        while (i > 0 && _found[i].First < _found[i - 1].First)
        {
            (_found[i], _found[i - 1]) = (_found[i - 1], _found[i]);
            i--;
        }
    }

    private void Add(int start, int end, KindVotes votes, uint title = 0)
    {
        while (start < end && (!_tokens[start].IsWord || Leads(start, end)))
        {
            start++;
        }

        while (end > start && !_tokens[end - 1].IsWord && _tokens[end - 1].Kind != TokenKind.Number)
        {
            end--;
        }

        if (start >= end)
        {
            return;
        }

        NameWord flags = NameWords.Of(_tokens[start]);
        if (end == start + 1)
        {
            // A people, a title or a bare common noun ("Ministry") alone is no name.
            const NameWord common = NameWord.Demonym | NameWord.Title | NameWord.RoleModifier | NameWord.Never | NameWord.Suffix;
            bool known = PhraseTable.Default.Match(_tokens, start) == end;
            if (!known && ((flags & common) != NameWord.None || _tokens[start].Length < 2) && (flags & NameWord.GivenName) == NameWord.None)
            {
                return;
            }
        }

        if (title == 0 && start > 0 && !_tokens[start - 1].IsCapitalised && (NameWords.Of(_tokens[start - 1]) & NameWord.Title) != NameWord.None)
        {
            title = _tokens[start - 1].Term;
        }

        AddRaw(start, end, votes + KindCues.Of(_text, _tokens, start, end), nationalBody: false, title);
    }

    // A title or a people that still stands in front of a person's name.
    private bool Leads(int start, int end) =>
        end - start > 1 && !_tokens[start].IsCapitalised && (NameWords.Of(_tokens[start]) & NameWord.Article) == NameWord.None;

    private void AddRaw(int start, int end, KindVotes votes, bool nationalBody, uint title = 0) =>
        _found.Add(new NameCandidate
        {
            First = _offset + start,
            End = _offset + end,
            Sentence = _sentence,
            Votes = votes,
            Title = title,
            BracketOf = -1,
            NationalBody = nationalBody,
        });
}
