using StoryCompare.Claims.Lexicon;
using StoryCompare.Text;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads the verbs of a sentence with their subjects and objects, across relative clauses, asides, participles and joined verbs.</summary>
/// <remarks>Shallow: what stands left of a verb decides, asides between commas are stepped over. Linear but for the steps back, which are bounded by the sentence.</remarks>
internal sealed class ClauseReader
{
    private static readonly TermSet ClauseOpeners = TermHash.SetOf("after", "before", "since", "until", "as", "than", "like");
    private static readonly TermSet Governing = TermHash.SetOf("believe", "believed", "believes", "think", "thought", "know", "knew", "show", "showed", "shows", "suggest", "suggested", "insisted", "insists", "hope", "hoped", "fear", "feared", "learned", "learnt", "feel", "felt", "see", "saw", "heard", "found", "argued", "argues", "estimated", "revealed", "alleged", "alleges", "noted", "notes", "adding", "added", "admitted", "ensure", "was", "is", "concluded", "realised", "realized");
    private static readonly TermSet Attributes = TermHash.SetOf("with", "in", "at", "from", "on", "near");
    private static readonly TermSet Reflexive = TermHash.SetOf("himself", "herself", "themselves", "itself");
    private static readonly uint Who = TermHash.Of("who");
    private static readonly uint By = TermHash.Of("by");

    private readonly List<Chunk> _chunks = [];
    private readonly List<ClauseAct> _acts = [];

    // For each chunk: the act of a verb, -1 else.
    private readonly List<int> _actOf = [];
    private TokenizedText _text = null!;
    private Token[] _tokens = [];
    private int _origin;

    /// <summary>The chunks of the sentence read last.</summary>
    public IReadOnlyList<Chunk> Chunks => _chunks;

    /// <summary>The acts of a sentence, in order of place.</summary>
    public ClauseAct[] Read(TokenizedText text, in Sentence sentence)
    {
        _text = text;
        _tokens = text.Tokens;
        _origin = sentence.FirstToken;
        ClauseChunks.Cut(text, text.TokensOf(sentence), _chunks);
        _acts.Clear();
        _actOf.Clear();
        for (int k = 0; k < _chunks.Count; k++)
        {
            _actOf.Add(-1);
            if (_chunks[k].Kind != ChunkKind.Verb)
            {
                continue;
            }

            Chunk c = _chunks[k];
            (int subject, bool attached) = Subject(k);
            bool bare = (c.Traits & ChunkTraits.Bare) != 0;
            // "The rider, identified by the police as": a past right behind its noun or a comma, with its agent.
            bool participle = IsParticiple(k);
            // "With whom she had quarrelled": a relative clause, too.
            attached |= subject >= 0 && ((_chunks[subject].Traits & ChunkTraits.Whose) != 0 || (subject > 0 && _chunks[subject - 1].Kind == ChunkKind.Relative && subject < k));
            // "Had himself lowered": whoever had.
            subject = subject > 0 && Reflexive.Contains(Term(_chunks[subject].Head)) ? SubjectBefore(subject, k) : subject;
            _actOf[k] = _acts.Count;
            _acts.Add(new ClauseAct
            {
                Verb = c.Head,
                First = c.First,
                End = c.End,
                IsPassive = (c.Traits & ChunkTraits.Passive) != 0 || participle || (bare && (c.Traits & ChunkTraits.Gerund) == 0),
                IsNegated = (c.Traits & ChunkTraits.Negated) != 0,
                IsUnreal = (c.Traits & ChunkTraits.Unreal) != 0,
                IsPlanned = (c.Traits & ChunkTraits.Planned) != 0,
                IsCopula = (c.Traits & ChunkTraits.Copula) != 0,
                IsAttached = attached || participle || bare,
                IsBare = participle || bare,
                Subject = subject >= 0 ? PhraseAt(subject) : Phrase.None,
            });
        }

        for (int k = 0; k < _chunks.Count; k++)
        {
            if (_actOf[k] >= 0)
            {
                Behind(k, _acts[_actOf[k]]);
            }
        }

        // "Using spoons, the two dug": the subject follows.
        for (int a = 0; a + 1 < _acts.Count; a++)
        {
            if (!_acts[a].Subject.Exists && _acts[a].IsBare)
            {
                _acts[a].Subject = _acts[a + 1].Subject;
            }
        }

        return [.. _acts];
    }

    private bool IsParticiple(int k)
    {
        Chunk own = _chunks[k];
        if ((own.Traits & (ChunkTraits.Passive | ChunkTraits.Gerund | ChunkTraits.Infinitive | ChunkTraits.Copula)) != 0 || own.End - own.First != 1 || (VerbForms.Of(_tokens[_origin + own.Head]) & VerbForm.Participle) == 0)
        {
            return false;
        }

        int next = k + 1;
        bool by = next < _chunks.Count && _chunks[next].Kind == ChunkKind.Preposition && Term(_chunks[next].First) == By;
        if (by)
        {
            return true;
        }

        // "The car described as stolen was found": a finite verb of the same subject follows, with nothing that joins it.
        if (k == 0 || _chunks[k - 1].Kind is not (ChunkKind.Phrase or ChunkKind.Comma))
        {
            return false;
        }

        // "…, found strangled on Monday": nothing is joined to it.
        if (_chunks[k - 1].Kind == ChunkKind.Comma && next < _chunks.Count && _chunks[next].Kind is ChunkKind.Verb && (_chunks[next].Traits & ChunkTraits.Bare) != 0)
        {
            return true;
        }

        if (next >= _chunks.Count || _chunks[next].Kind != ChunkKind.Preposition)
        {
            return false;
        }

        // "Said in an appeal published on", "took a medal for a library built of": the noun is another verb's.
        bool comma = _chunks[k - 1].Kind == ChunkKind.Comma;
        if (!comma && ChainHead(k - 1, out int governor) is int noun && governor >= 0 && _actOf[governor] >= 0 && (noun < 0 || !Governs(governor)) && !_acts[_actOf[governor]].IsAttached)
        {
            return true;
        }

        for (int i = next + 1; i < _chunks.Count; i++)
        {
            ChunkKind kind = _chunks[i].Kind;
            if (kind == ChunkKind.Verb)
            {
                return (_chunks[i].Traits & (ChunkTraits.Bare | ChunkTraits.Infinitive)) == 0;
            }

            if (kind is ChunkKind.Joiner or ChunkKind.Relative or ChunkKind.That or ChunkKind.Subordinator or ChunkKind.Bound || (kind == ChunkKind.Comma && !comma) || (kind == ChunkKind.Preposition && ClauseOpeners.Contains(Term(_chunks[i].First))) || (kind == ChunkKind.Phrase && _chunks[i - 1].Kind != ChunkKind.Preposition && (_chunks[i].Traits & ChunkTraits.Time) == 0))
            {
                return false;
            }
        }

        return false;
    }

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
        foreach (StoryCompare.Text.Lexicon.ActLexicon.Entry e in StoryCompare.Text.Lexicon.ActLexicon.Default.EntriesOf(Term(token)))
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

    // The object and what prepositions tie to the verb.
    private void Behind(int k, ClauseAct act)
    {
        bool first = true;
        for (int i = k + 1; i < _chunks.Count; i++)
        {
            Chunk c = _chunks[i];
            if (c.Kind == ChunkKind.Phrase)
            {
                bool tied = _chunks[i - 1].Kind == ChunkKind.Preposition;
                if ((c.Traits & ChunkTraits.Time) == 0 && !tied && !(i - 1 == k || first))
                {
                    break;
                }

                if ((c.Traits & ChunkTraits.Time) != 0)
                {
                    continue;
                }

                if (tied)
                {
                    act.Ties.Add(PhraseAt(i));
                }
                else if (!IsSubjectOfNext(i))
                {
                    act.Object = PhraseAt(i);
                }
                else
                {
                    break;
                }

                first = false;
            }
            else if (c.Kind != ChunkKind.Preposition)
            {
                // "Shot, with a rifle": an aside may tie as well; a relative clause or another verb ends it.
                break;
            }
        }
    }

    private bool IsSubjectOfNext(int phrase)
    {
        for (int i = phrase + 1; i < _chunks.Count && i < phrase + 12; i++)
        {
            if (_actOf[i] >= 0 && _acts[_actOf[i]] is { IsAttached: false } act && act.Subject.First == _chunks[phrase].First)
            {
                return true;
            }
        }

        return false;
    }

    private Phrase PhraseAt(int chunk)
    {
        Chunk c = _chunks[chunk];
        bool joined = (chunk + 2 < _chunks.Count && _chunks[chunk + 1].Kind == ChunkKind.Joiner && _chunks[chunk + 2].Kind == ChunkKind.Phrase && !(chunk + 3 < _chunks.Count && _chunks[chunk + 3].Kind == ChunkKind.Verb && chunk > 0 && _chunks[chunk - 1].Kind is ChunkKind.Verb or ChunkKind.Preposition))
            || (chunk > 1 && _chunks[chunk - 1].Kind == ChunkKind.Joiner && _chunks[chunk - 2].Kind == ChunkKind.Phrase);
        return new Phrase(c.First, c.End, c.Head, chunk > 0 && _chunks[chunk - 1].Kind == ChunkKind.Preposition ? _chunks[chunk - 1].First : -1,
            (c.Traits & ChunkTraits.Pronoun) != 0 ? PhraseKind.Pronoun : (c.Traits & ChunkTraits.Time) != 0 ? PhraseKind.Time : PhraseKind.Noun, joined);
    }

    private int IndexOf(Phrase phrase)
    {
        for (int i = 0; phrase.Exists && i < _chunks.Count; i++)
        {
            if (_chunks[i].First == phrase.First)
            {
                return i;
            }
        }

        return -1;
    }

    private uint Term(int token) => _tokens[_origin + token].Term;
}
