using System.Collections.Frozen;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <content>Acts of one kind that each article tells with one time only: "was arrested on Thursday", "her arrest on Friday". Always low.</content>
internal sealed partial class DateConflicts
{
    // Stems that tell one act, by the number of their row: "begin", "start", "get under way" (date_words.tsv); those of the second kind are told of many things and need a subject in common.
    private static readonly FrozenDictionary<uint, int> Kin = LoadKin();
    private static readonly FrozenSet<int> OfMany = [.. EmbeddedData.Rows("date_words.tsv").Select(static (r, i) => (Row: r, Index: i)).Where(static x => x.Row[0] == "kinmany").Select(static x => x.Index)];

    // The one kind of act that both times are told of, each article telling it of no other time; of acts that many things do, with a word in common.
    private bool AreLone(DatedAct a, DatedAct b, bool same)
    {
        int kind = KindOf(a);
        if (kind < 0 || kind != KindOf(b) || IsOtherPerson(a) || IsOtherPerson(b))
        {
            return false;
        }

        if (OfMany.Contains(kind) && FigureTie.Shared(Others(a), WeightsOf(a), Others(b), WeightsOf(b)).Words == 0 && !(a.Slot.IsOfEvent && b.Slot.IsOfEvent))
        {
            return false;
        }

        bool finer = a.Slot.Time.Kind == b.Slot.Time.Kind || same;
        return finer && IsLone(a, kind) && IsLone(b, kind);
    }

    private bool IsLone(DatedAct act, int kind) =>
        _acts.TrueForAll(x => x.At.Article != act.At.Article || x == act || KindOf(x) != kind || IsOneTime(x, act));

    private static int KindOf(DatedAct act) => Kin.GetValueOrDefault(act.Slot.Head.Stem, -1);

    private static Token[] Others(DatedAct act) => [.. act.Slot.Words.Where(w => w.Stem != act.Slot.Head.Stem)];

    private static float[] WeightsOf(DatedAct act) => [.. act.Slot.Words.Select(static (w, i) => (w, i)).Where(x => x.w.Stem != act.Slot.Head.Stem).Select(x => act.Slot.Weights[x.i])];

    // "His brother was born in 1950"; not "his arrest on Monday".
    private bool IsOtherPerson(DatedAct act)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(act.At.Article).Text.TokensOf(_story.Sentence(act.At));
        return tokens.Length > 2 && Possessive.Contains(tokens[0].Term) && tokens[1].Stem != act.Slot.Head.Stem && tokens[2].Stem != act.Slot.Head.Stem;
    }

    private static readonly TermSet Possessive = TermHash.SetOf("his", "her", "their", "its");

    private static FrozenDictionary<uint, int> LoadKin()
    {
        Dictionary<uint, int> kin = [];
        int row = 0;
        foreach (string[] r in EmbeddedData.Rows("date_words.tsv"))
        {
            foreach (string word in r[0] is "kin" or "kinmany" ? r[1].Split('|') : [])
            {
                kin.TryAdd(WordTable.StemOf(word), row);
            }

            row++;
        }

        return kin.ToFrozenDictionary();
    }
}
