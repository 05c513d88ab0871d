namespace StoryCompare.Tests.Claims;

/// <summary>What one text leaves open and another tells: an editor wants to see both, and neither is wrong.</summary>
public sealed class OpenQuestionTests
{
    [TestCase("The clinic declined to say where Ada Berg is treated.", "Ada Berg is treated at the Lindau Clinic.", "at the Lindau Clinic")]
    [TestCase("Police could not say how many shots were fired at the harbour.", "Twelve shots were fired at the harbour.", "Twelve shots")]
    [TestCase("It was unclear, the mayor said, when the tunnel would reopen.", "The tunnel would reopen on Friday.", "Friday")]
    [TestCase("The ministry is trying to learn to which country the sailors can be handed over.", "The sailors would be handed over to authorities in Norway.", "to authorities in Norway")]
    [TestCase("The company would not say why Berg, a clerk for 15 years, was suspended.", "Berg was suspended for quarrelling with other clerks.", "for quarrelling with other clerks")]
    [TestCase("Investigators do not know who opened the valve.", "The valve was opened by Karl Lund.", "Karl Lund")]
    [TestCase("The chief declined to say whether the chapel had received any recent threats.", "There had been no recent threats to the chapel, the chief said.", "threats to the chapel")]
    [TestCase("It was unclear if the dead were guests or hotel maids.", "The hotel maids died in the smoke.", "hotel maids died")]
    [TestCase("The condition of the wounded victims has not been announced.", "The victims are in stable condition.", "stable condition")]
    [TestCase("The buyer declined to reveal the price of the quarry.", "The quarry was sold for $4 million.", "$4 million")]
    [TestCase("Ada Berg ran the mill. Her board did not say why Ada Berg was suspended.", "Ada Berg ran the mill. A manager was suspended for quarrelling with the clerks.", "for quarrelling with the clerks")]
    [TestCase("The reason the manager was suspended from the mill has not been made public.", "The manager of the mill was suspended for quarrelling with the clerks.", "for quarrelling with the clerks")]
    [TestCase("Police have not revealed how the two farmers at Merr died.", "The two farmers at Merr died of burns.", "of burns")]
    [TestCase("Police would not disclose how Ann Holt and Lisa Holt died in Merr.", "Ann Holt and Lisa Holt died of burns in Merr.", "of burns")]
    [TestCase("Karl Lund was wounded on the quay, and the coroner is investigating who wounded him.", "On the quay in Merr Karl Lund was wounded by police.", "police")]
    [TestCase("The chief could not say if anybody else was inside the tower at the time.", "\"We determined that there was nobody else inside the tower,\" the chief said.", "tower")]
    public void Compare_WhatOneLeavesOpenAndAnotherTells_IsLow(string open, string told, string answer)
    {
        Conflict conflict = Conflicts(open, told).Single(static c => c.Explanation.StartsWith("left open", StringComparison.Ordinal));

        Assert.That((conflict.Kind, conflict.Severity), Is.EqualTo((ConflictKind.Certainty, Severity.Low)));
        Assert.That(conflict.Explanation, Does.Contain(answer));
    }

    [Test]
    public void Compare_AnswerOfALaterArticle_IsAnUpdate() =>
        Assert.That(Conflicts("Police could not say how many shots were fired at the harbour.", "Twelve shots were fired at the harbour.").Single().ExplainedBy, Is.EqualTo(ConflictExplanation.Update));

    [TestCase("Police could not say how many shots were fired at the harbour.", "Police do not know how many shots were fired at the harbour.")]
    [TestCase("The clinic declined to say where Ada Berg is treated. Friends said she is treated at the Lindau Clinic.", "Ada Berg is treated at the Lindau Clinic.")]
    [TestCase("It is unclear whether the judge will accept her placement.", "She is to stay until the judge accepts her placement.")]
    [TestCase("It was not clear whether the driver fired his weapon.", "The guards fired their weapons and the driver was taken to hospital.")]
    public void Compare_WhatTellsNothingNew_IsNone(string a, string b) =>
        Assert.That(Conflicts(a, b).Where(static c => c.Explanation.StartsWith("left open", StringComparison.Ordinal)).Select(static c => c.Explanation), Is.Empty);

    [TestCase("The cause of his death was not known.", "Karl Lund died early on Monday of heart failure.")]
    [TestCase("\"We have no idea what caused it,\" the vicar said of the chapel fire.", "The chapel was burned in an arson fire.")]
    public void Compare_CauseThatOneDoesNotKnow_IsACertaintyConflict(string open, string given) =>
        Assert.That(Conflicts("Karl Lund, vicar of the chapel at Merr, died in the chapel fire. " + open, "Karl Lund of Merr died in the chapel fire. " + given).Select(static c => c.Kind), Does.Contain(ConflictKind.Certainty));

    private static IReadOnlyList<Conflict> Conflicts(params string[] texts) => ClaimStories.Compare(texts).Conflicts;
}
