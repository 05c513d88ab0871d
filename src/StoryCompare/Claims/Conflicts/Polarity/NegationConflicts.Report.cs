using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <content>How firmly a denial and a statement are of one thing, and the conflict they make.</content>
internal sealed partial class NegationConflicts
{
    private void Write(List<Clash> clashes, ConflictLedger ledger)
    {
        Clash best = clashes.OrderByDescending(static c => c.Score).First();
        SentenceRef[] denied = [.. clashes.Select(static c => c.Denial.At).Distinct()];
        SentenceRef[] stated = [.. clashes.Select(static c => c.What.At).Distinct().Where(s => !denied.Contains(s))];
        if (stated.Length == 0)
        {
            return;
        }

        bool aligned = clashes.Exists(c => _story.Aligned(c.Denial.At, c.What.At));
        bool update = best.Denial.NotYet && _context.TimeExplains(stated, denied);
        string no = _story.Analyzed(best.Denial.At.Article).Text.String(best.Denial.Span);
        string yes = _story.Analyzed(best.What.At.Article).Text.String(best.What.Span);
        // What everybody is denied needs no subject where the sentences say the same.
        bool met = clashes.Exists(c => SubjectsMeet(c) || (c.Denial.IsUniversal && c.Denial.Core.Stem == c.Stated.Stem && _story.Aligned(c.Denial.At, c.What.At)));
        if (!clashes.Exists(c => c.Denial.IsUniversal || MayMeet(c)))
        {
            return;
        }

        Severity severity = !met ? Severity.Low
            : aligned && best.Score >= 0.8 && !update && !best.What.Hedged ? Severity.High
            : best.Score >= (aligned ? 0.55 : 0.62) ? Severity.Medium
            : Severity.Low;
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Polarity,
            Severity = severity,
            About = yes,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"\"{yes}\" is stated on one side and negated on the other (\"{no}\")",
            Sides = [new SideDraft(no, denied), new SideDraft(yes, stated)],
            Details = [.. clashes.Select(c => string.Create(CultureInfo.InvariantCulture, $"polarity: negated \"{_story.Slots(c.Denial.At).WordText(c.Denial.Core)}\", stated \"{_story.Slots(c.What.At).WordText(c.Stated)}\"; {(c.Denial.IsUniversal ? "denied of everybody" : SubjectsMeet(c) ? "one subject" : "subjects that may be one")}; score {c.Score:0.00}"))],
        });
    }

    // Who did not is who did: both predicates have a subject, and one word names both.
    private bool SubjectsMeet(Clash c)
    {
        (Participant x, Participant y) = SubjectsOf(c);
        return c.Denial.Core.Stem == c.Stated.Stem && x.Head.Any(w => y.Head.Any(v => Same(w, v)));
    }

    // The same, or one is a pronoun, or named on one side only: "she refused", "who had agreed", "Tarrow" and "the former mayor".
    private bool MayMeet(Clash c)
    {
        (Participant x, Participant y) = SubjectsOf(c);
        return c.Denial.Core.Stem == c.Stated.Stem && (x.Head.Count == 0 || y.Head.Count == 0 || x.Head.Any(w => y.Head.Any(v => Same(w, v))) || x.Head.Any(w => _context.IsName(c.Denial.At, w)) != y.Head.Any(w => _context.IsName(c.What.At, w)));
    }

    private (Participant Denied, Participant Stated) SubjectsOf(Clash c)
    {
        SentenceSlots no = _story.Slots(c.Denial.At);
        SentenceSlots yes = _story.Slots(c.What.At);
        return (ParticipantReader.Subject(no, c.Denial.Core.Token - no.Sentence.FirstToken, mayBeParticiple: false), ParticipantReader.Subject(yes, c.Stated.Token - yes.Sentence.FirstToken, mayBeParticiple: false));
    }
}
