using StoryCompare.Internals;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <content>Whose verb it is: steps from a verb to its subject.</content>
internal sealed partial class ClauseReader
{
    // The chunk that is the subject of the verb at k, -1 for none; and whether the verb hangs on it as a relative clause or participle does.
    private (int Subject, bool Attached) Subject(int k)
    {
        bool bare = (_chunks[k].Traits & ChunkTraits.Bare) != 0;
        int j = BeforeTime(k - 1);
        if (j < 0)
        {
            return (-1, false);
        }

        switch (_chunks[j].Kind)
        {
            case ChunkKind.Relative:
                return (Antecedent(j), true);
            case not ChunkKind.Comma when (_chunks[k].Traits & ChunkTraits.Infinitive) != 0:
                return (SubjectBefore(j + 1, k), true);
            case ChunkKind.That:
                return j > 0 && _chunks[j - 1].Kind == ChunkKind.Phrase ? (j - 1, true) : (-1, false);
            case ChunkKind.Joiner:
                return (SubjectBefore(j, k), false);
            case ChunkKind.Verb:
                return (_actOf[j] >= 0 ? IndexOf(_acts[_actOf[j]].Subject) : -1, bare);
            case ChunkKind.Preposition:
                return (SubjectBefore(j, k), true);
            case ChunkKind.Phrase:
                return FromPhrase(j, bare || IsParticiple(k));
            case ChunkKind.Comma:
                return bare || IsParticiple(k) ? (BesideComma(j, k), true) : (AcrossAsides(j, k), false);
            default:
                return (-1, false);
        }
    }

    private int BeforeTime(int j)
    {
        while (j >= 0 && _chunks[j].Kind == ChunkKind.Phrase && (_chunks[j].Traits & ChunkTraits.Time) != 0)
        {
            j -= j > 0 && _chunks[j - 1].Kind == ChunkKind.Preposition && !ClauseOpeners.Contains(Term(_chunks[j - 1].First)) ? 2 : 1;
        }

        return j;
    }

    // From the phrase right before a verb to the first noun of its chain: "a tank at the mill | leaked"; or, behind a relative clause, what that hangs on.
    private (int Subject, bool Attached) FromPhrase(int j, bool nearest)
    {
        int head = ChainHead(j, out int verb);
        if (nearest)
        {
            return (j, true);
        }

        if (verb >= 0 && _actOf[verb] >= 0)
        {
            ClauseAct act = _acts[_actOf[verb]];
            if (act.IsAttached && act.Subject.Exists)
            {
                // "A dryer whose wiring had failed | set fire": the dryer.
                int of = IndexOf(act.Subject);
                if (of > 0 && of < verb && _chunks[of - 1].Kind == ChunkKind.Relative)
                {
                    return (Antecedent(of - 1), false);
                }

                int owner = of > 0 && _chunks[of - 1].Kind == ChunkKind.Comma ? of - 2 : of - 1;
                return ((_chunks[of].Traits & ChunkTraits.Whose) != 0 && owner >= 0 && _chunks[owner].Kind == ChunkKind.Phrase ? owner : of, false);
            }
        }

        return (head, false);
    }

    // The noun to which prepositions tie the phrase; the verb that they tie it to, or whose object it is, in its place.
    private int ChainHead(int j, out int verb)
    {
        verb = -1;
        int at = j;
        while (at > 0 && _chunks[at - 1].Kind == ChunkKind.Preposition && !ClauseOpeners.Contains(Term(_chunks[at - 1].First)))
        {
            int before = BeforeTime(at - 2);
            if (before < 0)
            {
                return -1;
            }

            if (_chunks[before].Kind == ChunkKind.Phrase)
            {
                at = before;
                continue;
            }

            verb = _chunks[before].Kind == ChunkKind.Verb ? before : -1;
            return -1;
        }

        if (at > 0 && _chunks[at - 1].Kind == ChunkKind.Verb)
        {
            verb = at - 1;
        }

        // "The pilot and his student were": several.
        if (at > 1 && _chunks[at - 1].Kind == ChunkKind.Joiner && _chunks[at - 2].Kind == ChunkKind.Phrase)
        {
            int first = ChainHead(at - 2, out int before);
            return before < 0 && first >= 0 ? first : at;
        }

        return at;
    }

    private int Antecedent(int relative)
    {
        int j = relative - 1;
        if (j >= 0 && _chunks[j].Kind == ChunkKind.Preposition)
        {
            // "From whom".
            j--;
        }

        // "It was a miner, lowered on a rope, who": over asides.
        bool comma = j >= 0 && _chunks[j].Kind == ChunkKind.Comma;
        while (j >= 0 && _chunks[j].Kind == ChunkKind.Comma)
        {
            int start = j;
            while (start > 0 && _chunks[start - 1].Kind is not (ChunkKind.Comma or ChunkKind.Bound))
            {
                start--;
            }

            if (start == j || start == 0 || _chunks[start - 1].Kind != ChunkKind.Comma || !IsAside(start, j) || _chunks[start].Kind == ChunkKind.Phrase)
            {
                j--;
                break;
            }

            j = start - 1;
        }

        j = BeforeTime(j);
        if (j < 0 || _chunks[j].Kind != ChunkKind.Phrase)
        {
            return -1;
        }

        // "The dentist from Graz who", "a car with a broken light, which": not what only says where or with what.
        int at = j;
        while ((comma || Term(_chunks[relative].First) == Who) && at > 1 && _chunks[at - 1].Kind == ChunkKind.Preposition && Attributes.Contains(Term(_chunks[at - 1].First)) && _chunks[at - 2].Kind == ChunkKind.Phrase && (_chunks[at - 2].Traits & ChunkTraits.Time) == 0)
        {
            at -= 2;
        }

        return at;
    }

    // "Drew a knife and stabbed": the subject of the verb before.
    private int SubjectBefore(int j, int k)
    {
        for (int i = j - 1; i >= 0; i--)
        {
            if (_actOf[i] >= 0 && _acts[_actOf[i]] is { Subject.Exists: true } act && !(act.IsBare && (_chunks[k].Traits & ChunkTraits.Bare) == 0))
            {
                return IndexOf(act.Subject);
            }

            if (_chunks[i].Kind == ChunkKind.Bound)
            {
                break;
            }
        }

        return -1;
    }

    // "…, leaving": whoever did what is told before; ", described by": the noun before the comma.
    private int BesideComma(int comma, int k)
    {
        int j = BeforeTime(comma - 1);
        if (j >= 0 && (_chunks[k].Traits & ChunkTraits.Gerund) != 0)
        {
            return SubjectBefore(comma, k) is >= 0 and int subject ? subject : _chunks[j].Kind == ChunkKind.Phrase ? j : -1;
        }

        return j >= 0 && _chunks[j].Kind == ChunkKind.Phrase ? ChainHead(j, out _) is >= 0 and int head ? head : j : -1;
    }

    // "The tank, which was built in 1960, leaked": steps back over what stands between commas.
    private int AcrossAsides(int comma, int k)
    {
        int end = comma;
        while (end > 0)
        {
            int start = end;
            while (start > 0 && _chunks[start - 1].Kind is not (ChunkKind.Comma or ChunkKind.Bound))
            {
                start--;
            }

            if (start == end)
            {
                end--;
                continue;
            }

            if (start > 0 && _chunks[start - 1].Kind == ChunkKind.Comma && IsAside(start, end))
            {
                end = start - 1;
                continue;
            }

            for (int i = end - 1; i >= start && _chunks[i].Kind is not (ChunkKind.Subordinator or ChunkKind.That); i--)
            {
                if (_actOf[i] >= 0 && _acts[_actOf[i]] is { IsAttached: false, Subject.Exists: true } act && (_chunks[i].Traits & ChunkTraits.Infinitive) == 0 && !EndsInNoun(end, i))
                {
                    return IndexOf(act.Subject);
                }
            }

            int last = BeforeTime(end - 1);
            if (last < start || _chunks[last].Kind != ChunkKind.Phrase)
            {
                return -1;
            }

            (int subject, _) = FromPhrase(last, nearest: false);
            return subject >= start || subject >= 0 ? subject : FirstPhrase(start, end);
        }

        return -1;
    }

    // Verbs behind which a clause may follow without "that".
    private bool Governs(int verb) => IsSaying(_chunks[verb].Head) || Governing.Contains(Term(_chunks[verb].Head));

    // "Police said the man, who … , was": the noun behind a verb of saying is the subject; "drew a knife, demanded": it is not.
    private bool EndsInNoun(int end, int verb) =>
        end - 1 > verb && _chunks[end - 1].Kind == ChunkKind.Phrase && (ChainHead(end - 1, out int governor) >= 0 || governor >= 0) && (end - 2 == verb || _chunks[verb + 1].Kind == ChunkKind.That || _chunks[verb + 1].Kind == ChunkKind.Phrase) && IsSaying(_chunks[verb].Head);

    private bool IsSaying(int token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(Term(token)))
        {
            if (Conflicts.ActIndex.IsSpeech(e.Class))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstPhrase(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (_chunks[i].Kind == ChunkKind.Phrase && (_chunks[i].Traits & ChunkTraits.Time) == 0 && (i == start || _chunks[i - 1].Kind != ChunkKind.Preposition))
            {
                return i;
            }
        }

        return -1;
    }

    // A relative clause, a participle, an apposition, a preposition with its noun, a subordinate clause.
    private bool IsAside(int start, int end)
    {
        Chunk first = _chunks[start];
        if (first.Kind is ChunkKind.Relative or ChunkKind.Subordinator || (first.Traits & (ChunkTraits.Whose | ChunkTraits.Bare)) != 0)
        {
            return true;
        }

        if (first.Kind == ChunkKind.Preposition)
        {
            return true;
        }

        if (first.Kind == ChunkKind.Verb)
        {
            return _actOf[start] >= 0 && _acts[_actOf[start]].IsBare;
        }

        // An apposition holds no verb but one that hangs on it.
        for (int i = start; i < end; i++)
        {
            if (_actOf[i] >= 0 && !_acts[_actOf[i]].IsAttached && (_chunks[i].Traits & ChunkTraits.Infinitive) == 0)
            {
                return false;
            }
        }

        return first.Kind == ChunkKind.Phrase;
    }
}
