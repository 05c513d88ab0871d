using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads the verbs of a sentence with their subjects and objects, across relative clauses, asides, participles and joined verbs.</summary>
/// <remarks>Shallow: what stands left of a verb decides, asides between commas are stepped over. Linear but for the steps back, which are bounded by the sentence.</remarks>
internal sealed partial class ClauseReader
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
