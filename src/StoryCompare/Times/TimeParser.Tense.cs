using StoryCompare.Text;

namespace StoryCompare.Times;

/// <content>Whether the sentence speaks of the future where the expression stands.</content>
internal ref partial struct TimeParser
{
    private const int LookBack = 14;
    private const int LookAhead = 10;

    /// <summary>The nearest verb cue before the expression decides, else the nearest after it; none means the past, which is what news tells.</summary>
    /// <remarks>"said on Friday that he will resign" has its cue "said" before the day; "will resign on Friday, he said" has "will".</remarks>
    private readonly bool IsFuture() => Tense() is var tense && (tense > 0 || (tense == 0 && _ahead));

    /// <summary>1 for the future, -1 for the past, 0 where no cue is near.</summary>
    private readonly int Tense()
    {
        for (int k = _at - 1; k >= Math.Max(0, _at - LookBack); k--)
        {
            int cue = Cue(k);
            if (cue != 0)
            {
                return cue;
            }
        }

        for (int k = _at + 1; k < Math.Min(_words.Length, _at + LookAhead); k++)
        {
            int cue = Cue(k);
            if (cue != 0)
            {
                return cue;
            }
        }

        return 0;
    }

    /// <summary>1 for a cue of the future, -1 for one of the past, 0 for none.</summary>
    private readonly int Cue(int k)
    {
        if (Is(k, TimeClass.Future))
        {
            bool modal = Value(k, TimeClass.Future) == 1;
            if (modal)
            {
                // "Will Smith": a capitalised "will" inside a sentence is a name; "would have met" looks back.
                bool name = _words[k].Capitalised && k + 1 < _words.Length && _words[k + 1].Capitalised;
                return name ? 0 : 1;
            }

            return Is(k + 1, TimeClass.To) || Is(k + 1, TimeClass.On) || Is(k + 1, TimeClass.For) || Is(k + 1, TimeClass.In) || Is(k + 1, TimeClass.By) || Is(k + 1, TimeClass.Until) ? 1 : 0;
        }

        if (Is(k, TimeClass.Past))
        {
            return -1;
        }

        if (Is(k, TimeClass.To) && IsInfinitive(k))
        {
            return 1;
        }

        ref readonly Token token = ref _tokens[k];
        bool participle = token.Kind == TokenKind.Word && token.Length > 4 && _words[k].A == TimeClass.None && !token.IsCapitalised
            && _source[token.End - 1] == 'd' && _source[token.End - 2] == 'e';
        // "will be closed", "is closed until Friday": the auxiliary decides, not the participle.
        return participle && !(k > 0 && IsPresentBe(k - 1)) ? -1 : 0;
    }

    private readonly bool IsPresentBe(int k) => _tokens[k].Length is 2 or 3 && Chars(k) is var word
        && (word.Equals("be", StringComparison.OrdinalIgnoreCase) || word.Equals("is", StringComparison.OrdinalIgnoreCase) || word.Equals("are", StringComparison.OrdinalIgnoreCase));

    // "Ministers to meet on Monday": a headline's infinitive, no past verb right before it.
    private readonly bool IsInfinitive(int k)
    {
        if (k == 0 || k + 1 >= _words.Length || k + 1 >= _at)
        {
            return false;
        }

        ref readonly Token verb = ref _tokens[k + 1];
        ref readonly Token before = ref _tokens[k - 1];
        bool plain = verb.Kind == TokenKind.Word && _words[k + 1].A == TimeClass.None && !verb.IsCapitalised && !verb.IsStopWord;
        bool noun = before.IsCapitalised || Is(k - 1, TimeClass.Future);
        return plain && noun && Value(k, TimeClass.To) == 0;
    }
}
