using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Tests.Claims;

/// <summary>Which noun phrase a predicate is said of. The predicate stands in square brackets.</summary>
public sealed class ParticipantReaderTests
{
    [TestCase("The old bridge on the Orsa [collapsed] on Monday.", "bridge old")]
    [TestCase("One of the older schools on the island, in the village of Tarn, was [destroyed].", "schools older")]
    [TestCase("Kim Tarrow was taken to hospital but was [declared] dead.", "Tarrow Kim")]
    [TestCase("The man who shot the guard was [arrested].", "man")]
    [TestCase("The governor said the dam was [damaged].", "dam")]
    [TestCase("More than 600 homes were [destroyed].", "homes")]
    [TestCase("Homes and shops were [flooded].", "shops Homes")]
    [TestCase("Damage to homes and shops was [reported].", "Damage")]
    [TestCase("The last crossing on the border, which is still [held] by rebels, is closed.", "crossing last")]
    [TestCase("After the shooting Tarrow was [taken] to hospital.", "Tarrow")]
    [TestCase("The talks are going [smoothly].", "talks")]
    public void Subject_Sentence_IsTheHead(string marked, string expected)
    {
        (SentenceSlots slots, int first, _) = Read(marked);

        Assert.That(Words(slots, ParticipantReader.Subject(slots, first, mayBeParticiple: false)), Is.EqualTo(expected));
    }

    [TestCase("The storm [destroyed] several villages and killed three people.", "villages")]
    [TestCase("The tremor [damaged] hospitals on the island.", "hospitals")]
    [TestCase("It [destroyed] or damaged an estimated 2,300 barns in about 20 parishes.", "barns")]
    [TestCase("Officers [detained] as many as nine suspects.", "suspects")]
    public void Object_Sentence_IsTheHead(string marked, string expected)
    {
        (SentenceSlots slots, _, int next) = Read(marked);

        Assert.That(Words(slots, ParticipantReader.Object(slots, next)), Is.EqualTo(expected));
    }

    [Test]
    public void Subject_ReducedParticiple_IsTheNounBeforeIt()
    {
        (SentenceSlots slots, int first, _) = Read("Aid reached people in villages [destroyed] by the quake.");

        Assert.That(Words(slots, ParticipantReader.Subject(slots, first, mayBeParticiple: true)), Is.EqualTo("villages"));
    }

    [Test]
    public void Subject_Pronoun_IsToldAsOne()
    {
        (SentenceSlots slots, int first, _) = Read("But it [held] through the night.");
        Participant subject = ParticipantReader.Subject(slots, first, mayBeParticiple: false);

        Assert.That((subject.Head.Count, subject.Pronoun), Is.EqualTo((0, 1)));
    }

    private static (SentenceSlots Slots, int First, int Next) Read(string marked)
    {
        int open = marked.IndexOf('[', StringComparison.Ordinal);
        int close = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        TokenizedText text = TextAnalyzer.Prose(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        SentenceSlots slots = SlotReader.Read(text, text.Sentences[0]);
        int first = Array.FindIndex(text.Tokens, t => t.Start >= open);
        int next = Array.FindIndex(text.Tokens, t => t.Start >= close);
        return (slots, first, next);
    }

    private static string Words(SentenceSlots slots, Participant participant) => string.Join(' ', participant.Head.Select(w => slots.WordText(w)));
}
