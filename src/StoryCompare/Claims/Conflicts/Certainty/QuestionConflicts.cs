using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds what one text leaves open ("declined to say where she is treated") and another tells ("treated at the Adler Clinic").</summary>
/// <remarks>
/// Always low: who does not say it may know it. The answer must carry the words of the question and something of the kind that is asked for, which the
/// open text does not tell elsewhere. Linear in the questions times the sentences that hold two of their words.
/// </remarks>
internal sealed class QuestionConflicts
{
    // Questions of a story that are looked at.
    private const int MostQuestions = 60;

    // Least share of the question's weight that the answering sentence holds, and least weight: two words that are not among the commonest.
    private const double LeastShare = 0.6;
    private const double LeastShareWithCore = 0.5;
    private const double LeastShareOfTruth = 0.7;
    private const double LeastWeight = 1.6;
    private const double LeastWeightOfTruth = 2.2;
    private const double LeastWeightOfCounted = 0.6;

    // Answers shown of one question.
    private const int MostAnswers = 4;

    private static readonly TermSet Outcome = new[] { "survive", "recover" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Conditions = TermHash.SetOf("if", "whether", "unless", "until");

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly AnswerReader _answers;

    private QuestionConflicts(StoryContext story, ClaimContext context)
    {
        _story = story;
        _context = context;
        _answers = new AnswerReader(story, context);
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, WordIndex words, ClaimContext context, ConflictLedger ledger)
    {
        QuestionConflicts finder = new(story, context);
        List<(OpenQuestion Question, Answer Answer)> found = [];
        int count = 0;
        foreach (SentenceRef at in story.Statements())
        {
            foreach (OpenQuestion question in context.Questions(at))
            {
                if (++count <= MostQuestions)
                {
                    found.AddRange(finder.AnswersTo(question, words).Select(a => (question, a)));
                }
            }
        }

        foreach (IGrouping<(Asked, uint), (OpenQuestion Question, Answer Answer)> one in found.GroupBy(static f => (f.Question.Asked, f.Question.Body.Length == 0 ? 0 : f.Question.Body[^1].Word.Stem)))
        {
            finder.Write([.. one], ledger);
        }
    }

    private IEnumerable<Answer> AnswersTo(OpenQuestion question, WordIndex words)
    {
        Dictionary<int, Answer> best = [];
        IEnumerable<SentenceRef> candidates = question.Asked == Asked.Condition ? words.WithAny(AnswerReader.ConditionStems)
            : words.WithWords(question.Body.Select(static b => b.Word), question.Body.Length > 1 && question.Noun.Length == 0 && !question.IsOfAnyone && question.Asked != Asked.Money && !IsOfCentral(question) ? 2 : 1);
        foreach (SentenceRef at in candidates)
        {
            if (_context.MayConflict(question.At, at) && Read(question, at) is { } answer && (!best.TryGetValue(at.Article, out Answer? known) || answer.Score > known.Score + 0.05))
            {
                best[at.Article] = answer;
            }
        }

        return best.OrderBy(static b => b.Key).Select(static b => b.Value);
    }

    // Whom the story is about may be told by a noun where the question is answered.
    private bool IsOfCentral(OpenQuestion question) => question.Core >= 0 && question.Asked is Asked.Cause or Asked.Manner or Asked.Actor && Array.Exists(question.Body, b => _context.IsCentralPerson(question.At, b.Word));

    private Answer? Read(OpenQuestion question, SentenceRef at)
    {
        SentenceSlots other = _story.Slots(at);
        if (other.Certainty >= Certainty.Unconfirmed || other.Text.Source[other.Sentence.Span.End - 1] == '?' || QuestionReader.LeavesOpen(other))
        {
            return null;
        }

        if (question.Asked == Asked.Condition)
        {
            // "Their conditions are unknown, but all five are expected to survive": told in the same breath.
            return IsElsewhere(question, at) || Array.Exists(_story.Slots(question.At).Words, static w => Outcome.Contains(w.Stem)) ? null : _answers.Condition(question, at) is { } told ? new Answer(at, told, 0.5) : null;
        }

        double sum = 0, hit = 0, names = 0, namesHit = 0;
        int origin = other.Sentence.FirstToken;
        bool truth = question.Asked == Asked.Truth;
        List<int> predicate = [];
        int core = -1;
        bool conditional = HoldsCondition(other);
        for (int b = 0; b < question.Body.Length; b++)
        {
            (SlotWord w, float weight) = question.Body[b];
            bool exact = b == question.Core && question.Asked is Asked.Object or Asked.Place or Asked.Manner or Asked.Cause;
            int i = IndexOf(other, w, truth, conditional, exact);
            bool name = _context.IsName(question.At, w) && weight >= w.Weight;
            names += name ? 1 : 0;
            sum += weight;
            if (i < 0)
            {
                // "Katie", "Miss Berg": one person.
                if (name && _context.PersonalOf(question.At, w) is { } person && (_context.NamesIn(at).Contains(person) || (_context.IsCentralPerson(question.At, w) && IsOfSomebody(at, other, CoreOf(question, other, truth, conditional)))))
                {
                    hit += weight;
                    namesHit++;
                }

                continue;
            }

            hit += weight;
            namesHit += name ? 1 : 0;
            if (!name)
            {
                predicate.Add(other.Words[i].Token - origin);
                core = b == question.Core ? other.Words[i].Token - origin : core;
            }
        }

        if (predicate.Count == 0 || (question.Core >= 0 && core < 0) || (core >= 0 && question.Asked is not (Asked.Actor or Asked.Amount) && IsOfOther(question, at, core)))
        {
            return null;
        }

        double share = hit / sum;
        bool aligned = _story.Aligned(question.At, at);
        double least = question.IsOfAnyone && AnswerReader.TellsOfNobody(other) ? LeastWeightOfCounted : truth ? LeastWeightOfTruth : question.Noun.Length > 0 || question.Asked == Asked.Money ? LeastWeightOfCounted : aligned ? LeastWeight / 2 : LeastWeight;
        return hit < least || share < (truth ? LeastShareOfTruth : core >= 0 ? LeastShareWithCore : LeastShare) || (names > 0 && namesHit * 2 < names) || IsElsewhere(question, at) ? null
            : _answers.Find(question, at, predicate, core) is { } span ? new Answer(at, span, share + (aligned ? 0.2 : 0)) : null;
    }

    // "Whether the driver fired", "the officers fired": said of somebody else; nor does "until the judge approves" tell that he did.
    private bool IsOfOther(OpenQuestion question, SentenceRef at, int core)
    {
        SentenceSlots open = _story.Slots(question.At);
        SentenceSlots other = _story.Slots(at);
        if (question.Asked == Asked.Truth && !PropositionReader.Read(_story.Articles[at.Article], at, core, 1, negated: false).Real)
        {
            return true;
        }

        Participant asked = ParticipantReader.Subject(open, question.Body[question.Core].Word.Token - open.Sentence.FirstToken, mayBeParticiple: false);
        Participant told = ParticipantReader.Subject(other, core, mayBeParticiple: false);
        return asked.Head.Count > 0 && told.Head.Count > 0 && !told.Head.Any(v => Array.Exists(question.Body, b => b.Word.Stem == v.Stem)) && !asked.Head.Concat(asked.Rest).Any(w => told.Head.Concat(told.Rest).Any(v => v.Stem == w.Stem || Kinship.Of(v, w) != KinKind.None || (_context.IsHuman(question.At, w) && _context.IsCentralPerson(at, v)) || (_context.IsCentralPerson(question.At, w) && _context.IsHuman(at, v))));
    }

    // The word that stands for the question's core, counted in the sentence; -1 for none.
    private static int CoreOf(OpenQuestion question, SentenceSlots other, bool truth, bool conditional) =>
        question.Core >= 0 && IndexOf(other, question.Body[question.Core].Word, truth, conditional, exact: !truth) is >= 0 and int i ? other.Words[i].Token - other.Sentence.FirstToken : -1;

    // "A worker who had been suspended": somebody without a name.
    private bool IsOfSomebody(SentenceRef at, SentenceSlots slots, int core) =>
        core >= 0 && ParticipantReader.Subject(slots, core, mayBeParticiple: false) is var subject && (subject.Pronoun >= 0 || subject.Head.Any(w => _context.IsHuman(at, w)));

    // Another place is none: the question's words tie the two, and its sentence may name where else they looked.
    private bool IsElsewhere(OpenQuestion question, SentenceRef at) => (question.Asked != Asked.Time && _context.DifferInTime(question.At, at)) || (!_story.Aligned(question.At, at) && _context.IsOlder(at) && !_context.IsOlder(question.At));

    private static bool HoldsCondition(SentenceSlots slots)
    {
        foreach (Token t in slots.Text.TokensOf(slots.Sentence))
        {
            if (Conditions.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    // "Would be handed over" is a plan, and answers; "if they were handed over" does not.
    private static int IndexOf(SentenceSlots other, SlotWord word, bool mayBeNegated, bool conditional, bool exact)
    {
        for (int i = 0; i < other.Words.Length; i++)
        {
            SlotWord w = other.Words[i];
            if ((mayBeNegated || !w.Negated) && !(w.Unreal && conditional) && (w.Stem == word.Stem || (!exact && (Kinship.Of(w, word) != KinKind.None || ActKinship.ShareClass(w.Term, word.Term)))))
            {
                return i;
            }
        }

        return -1;
    }

    private void Write(List<(OpenQuestion Question, Answer Answer)> pairs, ConflictLedger ledger)
    {
        OpenQuestion question = pairs[0].Question;
        SentenceRef[] open = [.. pairs.Select(static p => p.Question.At).Distinct()];
        Answer[] answers = [.. pairs.Select(static p => p.Answer).Where(a => !open.Contains(a.At)).OrderByDescending(static a => a.Score).DistinctBy(static a => a.At).Take(MostAnswers)];
        if (answers.Length == 0)
        {
            return;
        }

        string asked = _story.Analyzed(question.At.Article).Text.String(question.Span);
        string told = _story.Analyzed(answers[0].At.Article).Text.String(answers[0].Span);
        SentenceRef[] telling = [.. answers.Select(static a => a.At)];
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Certainty,
            Severity = Severity.Low,
            About = asked,
            ExplainedBy = _context.IsLater(telling, open) ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"left open on one side (\"{asked}\"), told on the other (\"{told}\")",
            Sides = [new SideDraft(question.IsUntold ? "not told" : "not known", open), new SideDraft(told, telling)],
            Details = [.. answers.Select(a => string.Create(CultureInfo.InvariantCulture, $"certainty: open question ({Asks(question.Asked)}), {(question.IsUntold ? "not told" : "not known")}; answer \"{_story.Analyzed(a.At.Article).Text.String(a.Span)}\"; {Math.Min(1, a.Score):0.00} of its words shared"))],
        });
    }

    private static string Asks(Asked asked) => asked switch
    {
        Asked.Truth => "whether",
        Asked.Amount => "how many",
        Asked.Money => "how much money",
        Asked.Duration => "how long",
        Asked.Time => "when",
        Asked.Place => "where",
        Asked.Actor => "who",
        Asked.Cause => "why",
        Asked.Manner => "how",
        Asked.Condition => "in what condition",
        _ => "to what or whom",
    };

    private sealed record Answer(SentenceRef At, TextSpan Span, double Score);
}
