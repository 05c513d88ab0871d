using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads who does what to whom, with what and in what, from the clauses of a sentence (<c>role_acts.tsv</c>). Linear in the sentence.</summary>
internal sealed class RoleReader(ArticleSlots article)
{
    // Tokens behind the verb in which its particle stands.
    private const int ParticleWithin = 6;

    private static readonly TermSet People = EmbeddedData.Lines("people_words.txt").Concat(EmbeddedData.Rows("role_nouns.tsv").Where(static r => r.Length > 1 && r[1] is "person" or "group").Select(static r => r[0])).Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Definites = WordSets.Of("participant.definite");
    private static readonly TermSet Vague = WordSets.Of("role.vague");
    private static readonly TermSet Persons = TermHash.SetOf("he", "she", "him", "her", "they", "them", "who");
    private static readonly TermSet Vehicles = TermHash.SetOf("in", "into", "on", "onto", "aboard");
    private static readonly TermSet Means = TermHash.SetOf("with", "using", "by");
    private static readonly TermSet Narrowing = TermHash.SetOf("for", "of", "in", "at");
    private static readonly TermSet Further = WordSets.Of("event.further");
    private static readonly TermSet Modals = TermHash.SetOf("would", "could");
    private static readonly TermSet Groups = TermHash.SetOf("team", "group", "pair", "party", "family", "couple", "crew", "band", "gang", "trio", "number", "handful");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint As = TermHash.Of("as");
    private static readonly uint Dead = TermHash.Of("dead");
    private static readonly TermSet Dying = new[] { "die", "kill", "shoot", "drown" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly uint Die = WordTable.StemOf("die");
    private static readonly uint Victim = WordTable.StemOf("victim");
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint Using = WordTable.StemOf("use");
    private static readonly uint Old = TermHash.Of("old");

    /// <summary>Adds the fills of a sentence, in order of place.</summary>
    public void Read(SentenceRef at, List<RoleFill> found)
    {
        Sentence sentence = article.Article.Text.Sentences[at.Sentence];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(sentence);
        ClauseAct[] acts = article.Clauses(at.Sentence);
        for (int a = 0; a < acts.Length; a++)
        {
            ClauseAct act = acts[a];
            if (act.IsNegated || (act.IsUnreal && !IsToldInFull(tokens, act)))
            {
                continue;
            }

            if (act.IsCopula)
            {
                ReadCopula(at, tokens, acts, act, found);
                continue;
            }

            if (RoleAct.ByVerb.TryGetValue(tokens[act.Verb].Stem, out RoleAct.Reading[]? readings))
            {
                foreach (RoleAct.Reading reading in readings)
                {
                    ReadAct(at, tokens, acts, act, reading, found);
                }
            }
        }
    }

    // "The new chief executive would be": reported speech of what is to come.
    private static bool IsToldInFull(ReadOnlySpan<Token> tokens, ClauseAct act) => act.IsCopula && Modals.Contains(tokens[act.First].Term);

    private void ReadAct(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct[] acts, ClauseAct act, RoleAct.Reading reading, List<RoleFill> found)
    {
        if (reading.Particle != 0 && !HasParticle(tokens, act, reading.Particle))
        {
            return;
        }

        Phrase behind = reading.Particle == 0 ? Phrase.None : Tied(tokens, act, reading.Particle);
        Phrase agent = act.IsPassive ? Tied(tokens, act, By) : act.Subject;
        Phrase patient = act.IsPassive ? act.Subject : act.Object.Exists ? act.Object : behind;
        if (reading.IsInverse)
        {
            patient = act.IsPassive || !act.Object.Exists ? act.Subject : act.Object;
            agent = behind;
        }

        Referent? who = Make(at, tokens, acts, agent, mayBeNamed: true);
        Referent? whom = Make(at, tokens, acts, patient, mayBeNamed: (reading.Act.Parts & RolePart.Whom) != 0);
        Told told = new(at, reading.Act, who, whom, Beside(tokens, patient), Office(tokens, act));
        Add(told, RolePart.Who, who, agent, found);
        Add(told, RolePart.Whom, whom, patient, found);
        foreach (Phrase t in act.Ties)
        {
            uint preposition = tokens[t.Preposition].Term;
            RolePart part = Vehicles.Contains(preposition) ? RolePart.In : Means.Contains(preposition) && !(preposition == By && act.IsPassive) ? RolePart.With : RolePart.None;
            if (part != RolePart.None && (reading.Act.Parts & part) != 0)
            {
                Add(told, part, Make(at, tokens, acts, t, mayBeNamed: false), t, found);
            }
        }

        // "Using a spoon, he cut".
        if ((reading.Act.Parts & RolePart.With) != 0 && tokens[act.Verb].Stem == Using)
        {
            Add(told, RolePart.With, whom, patient, found);
        }
    }

    // What says which one it was: attributes of what it is done to, and what "for", "of" and "in" tie to it.
    private static uint[] Beside(ReadOnlySpan<Token> tokens, Phrase patient)
    {
        List<uint> stems = [];
        for (int i = patient.First; patient.Exists && i < patient.Head; i++)
        {
            if (tokens[i].IsContent && tokens[i].IsWord && !PropositionReader.IsTime(tokens[i].Term))
            {
                stems.Add(tokens[i].Stem);
            }
        }

        // "The medal for music", "the bombing in Kesh"; not "for his library", which says why.
        for (int i = patient.End; patient.Exists && i + 1 < tokens.Length && Narrowing.Contains(tokens[i].Term) && tokens[i + 1].IsContent; i++)
        {
            while (i + 1 < tokens.Length && tokens[i + 1].IsContent && tokens[i + 1].IsWord && VerbForms.Of(tokens[i + 1]) == VerbForm.None)
            {
                stems.Add(tokens[++i].Stem);
            }
        }

        return [.. stems];
    }

    // "As chief conductor".
    private static uint[] Office(ReadOnlySpan<Token> tokens, ClauseAct act)
    {
        List<uint> stems = [];
        Phrase office = Tied(tokens, act, As);
        for (int i = office.First; office.Exists && i < office.End; i++)
        {
            if (tokens[i].IsContent)
            {
                stems.Add(tokens[i].Stem);
            }
        }

        return [.. stems];
    }

    // "The winner was Nora Belling".
    private void ReadCopula(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct[] acts, ClauseAct act, List<RoleFill> found)
    {
        if (!act.Subject.Exists || act.Subject.Kind != PhraseKind.Noun || !act.Object.Exists
            || (!RoleAct.ByDoer.TryGetValue(tokens[act.Subject.Head].Stem, out RoleAct[]? of) && !(IsDead(tokens, acts, act.Subject) && RoleAct.ByDoer.TryGetValue(Victim, out of))))
        {
            return;
        }

        foreach (RoleAct role in of)
        {
            Referent? who = Make(at, tokens, acts, act.Object, mayBeNamed: true);
            Add(new Told(at, role, who, null, [], []), RolePart.Who, who, act.Object, found);
        }
    }

    // "The dead man", "the climber who was killed".
    private static bool IsDead(ReadOnlySpan<Token> tokens, ClauseAct[] acts, Phrase subject)
    {
        for (int i = subject.First; i < subject.Head; i++)
        {
            if (tokens[i].Term == Dead)
            {
                return true;
            }
        }

        foreach (ClauseAct a in acts)
        {
            if (a.IsAttached && !a.IsNegated && a.Subject.First == subject.First && Dying.Contains(tokens[a.Verb].Stem) && (a.IsPassive || tokens[a.Verb].Stem == Die))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasParticle(ReadOnlySpan<Token> tokens, ClauseAct act, uint particle)
    {
        for (int i = act.End; i < Math.Min(tokens.Length, act.End + ParticleWithin) && tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (tokens[i].Term == particle)
            {
                return true;
            }
        }

        return false;
    }

    private static Phrase Tied(ReadOnlySpan<Token> tokens, ClauseAct act, uint preposition)
    {
        foreach (Phrase t in act.Ties)
        {
            if (tokens[t.Preposition].Term == preposition)
            {
                return t;
            }
        }

        return Phrase.None;
    }

    private static void Add(Told told, RolePart part, Referent? filler, Phrase phrase, List<RoleFill> found)
    {
        if ((told.Act.Parts & part) != 0 && filler is { IsPronoun: false } && !phrase.IsJoined)
        {
            found.Add(new RoleFill { At = told.At, Act = told.Act, Part = part, Filler = filler, Who = told.Who, Whom = told.Whom, Beside = told.Beside, Office = told.Office });
        }
    }

    private Referent? Make(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct[] acts, Phrase phrase, bool mayBeNamed)
    {
        if (!phrase.Exists)
        {
            return null;
        }

        // "A team of archaeologists": the archaeologists.
        if (phrase.Kind == PhraseKind.Noun && Groups.Contains(tokens[phrase.Head].Term) && phrase.End + 1 < tokens.Length && tokens[phrase.End].Term == Of)
        {
            int head = phrase.End + 1;
            while (head + 1 < tokens.Length && tokens[head + 1].IsWord && tokens[head + 1].IsContent && VerbForms.Of(tokens[head + 1]) == VerbForm.None)
            {
                head++;
            }

            phrase = phrase with { First = phrase.End + 1, End = head + 1, Head = head };
        }

        // "The animal that bit him was a coyote": what the subject is said to be.
        if (mayBeNamed && phrase.Kind == PhraseKind.Noun && Vague.Contains(tokens[phrase.Head].Term) && IsSaidToBe(acts, phrase) is { Exists: true } said)
        {
            phrase = said;
        }

        TextSpan span = new(tokens[phrase.First].Start, tokens[phrase.End - 1].End);
        HashSet<int> names = [];
        bool person = phrase.Kind == PhraseKind.Pronoun ? Persons.Contains(tokens[phrase.Head].Term) : IsPerson(tokens, phrase);
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (span.Overlaps(n.Span) && article.Article.Names.Entities[n.Entity].Kind is var kind && kind != NameKind.Place && n.Span.End >= tokens[phrase.Head].End)
            {
                names.Add(article.GroupOf(n));
                person |= kind == NameKind.Person;
            }
        }

        List<uint> stems = [];
        bool further = false;
        for (int i = phrase.First; i < phrase.End; i++)
        {
            further |= Further.Contains(tokens[i].Term) || (i < phrase.Head && (tokens[i].Flags & TokenFlags.Possessive) != 0 && PropositionReader.IsTime(tokens[i].Term));
            if (tokens[i].IsContent)
            {
                stems.Add(tokens[i].Stem);
            }
        }

        bool pronoun = phrase.Kind == PhraseKind.Pronoun;
        return new Referent
        {
            Span = span,
            Head = pronoun ? 0 : tokens[phrase.Head].Stem,
            Names = names,
            Values = pronoun ? [] : [.. article.Values(at.Sentence).Where(v => v.First >= phrase.First && v.First + v.Count - 1 == phrase.Head).Select(static v => v.Value)],
            Node = pronoun || names.Count > 0 ? -1 : NounClasses.Of(tokens[phrase.Head]),
            IsPronoun = pronoun,
            IsPerson = person,
            IsDefinite = pronoun || names.Count > 0 || Definites.Contains(tokens[phrase.First].Term) || (tokens[phrase.First].Flags & TokenFlags.Possessive) != 0,
            IsVague = !pronoun && (Vague.Contains(tokens[phrase.Head].Term) || tokens[phrase.Head].Kind == TokenKind.Number || !tokens[phrase.Head].IsContent),
            IsFurther = further,
            Stems = [.. stems],
        };
    }

    private static Phrase IsSaidToBe(ClauseAct[] acts, Phrase subject)
    {
        foreach (ClauseAct a in acts)
        {
            if (a.IsCopula && !a.IsNegated && !a.IsAttached && !a.IsUnreal && a.Subject.First == subject.First && a.Object.Exists)
            {
                return a.Object;
            }
        }

        return Phrase.None;
    }

    private static bool IsPerson(ReadOnlySpan<Token> tokens, Phrase phrase) =>
        People.Contains(tokens[phrase.Head].Stem) || tokens[phrase.Head].Term == Old || (NounClasses.Of(tokens[phrase.Head]) is >= 0 and int node && NounClasses.ClassOf(node) == NounClasses.Trade);

    // One telling of an act, before its parts are laid out.
    private readonly record struct Told(SentenceRef At, RoleAct Act, Referent? Who, Referent? Whom, uint[] Beside, uint[] Office);
}
