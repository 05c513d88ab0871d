using StoryCompare.Claims.Relations;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Tests.Claims;

/// <summary>The pair judge on sentences of every shape it decides.</summary>
public sealed class ClaimRelationsTests
{
    [TestCase("The minister signed the agreement.", "The minister did not sign the agreement.")]
    [TestCase("A crew is repairing the bridge.", "There is no crew repairing the bridge.")]
    [TestCase("The airport was open on Monday morning.", "The airport was closed on Monday morning.")]
    [TestCase("The council approved the new stadium.", "The council rejected the new stadium.")]
    [TestCase("A woman is slicing an onion.", "A woman is not cutting an onion.")]
    [TestCase("The man is sitting on the bench.", "The man is standing on the bench.")]
    [TestCase("The joggers are running along the river.", "The joggers are not running.")]
    [TestCase("Nobody is waiting at the gate.", "A passenger is waiting at the gate.")]
    [TestCase("The jury found the driver guilty.", "The jury found the driver innocent.")]
    public void Judge_NegatedOrOppositeClaims_Conflict(string a, string b)
    {
        Assert.That(Judge(a, b).Relation, Is.EqualTo(PairRelation.Conflict));
        Assert.That(Judge(b, a).Relation, Is.EqualTo(PairRelation.Conflict));
    }

    [TestCase("The minister signed the agreement.", "The minister signed the agreement on Tuesday.")]
    [TestCase("The minister did not sign the agreement.", "The minister did not sign the agreement.")]
    [TestCase("A woman is cooking fish.", "A woman is not frying fish.")]
    [TestCase("A man is sitting on the bench.", "A man is standing on the bench.")]
    [TestCase("A black dog is sleeping on the porch.", "A white dog is sleeping on the porch.")]
    [TestCase("No fewer than twelve ships left the harbour.", "Twelve ships left the harbour.")]
    [TestCase("The company not only cut jobs but closed two plants.", "The company cut jobs and closed two plants.")]
    [TestCase("The senator did not attend the vote.", "The mayor opened a new hospital in the north.")]
    [TestCase("He said that if he had a licence he would not drive.", "He drives to work.")]
    public void Judge_CompatibleClaims_NoConflict(string a, string b) =>
        Assert.That(Judge(a, b).Relation, Is.Not.EqualTo(PairRelation.Conflict));

    [Test]
    public void Judge_SameSentence_Agrees() =>
        Assert.That(Judge("The river rose two metres overnight.", "The river rose two metres overnight.").Relation, Is.EqualTo(PairRelation.Agree));

    [TestCase("It is not yet confirmed that the convoy left the city.", "Unconfirmed")]
    [TestCase("The ministry denied that the convoy had left.", "Denied")]
    [TestCase("The convoy is expected to leave on Friday.", "Planned")]
    [TestCase("The convoy reportedly left on Friday.", "Hedged")]
    [TestCase("The convoy left on Friday.", "Asserted")]
    [TestCase("The mill burnt down in May 2015.", "Asserted")]
    [TestCase("The mill may have burnt down.", "Hedged")]
    [TestCase("Mill May Have Burnt Down", "Hedged")]
    [TestCase("The case against the baker was dismissed.", "Asserted")]
    [TestCase("The minister dismissed the report as nonsense.", "Denied")]
    [TestCase("The judge denied him bail.", "Asserted")]
    [TestCase("The firm denied the leak.", "Denied")]
    [TestCase("An unknown vehicle hit the gate.", "Asserted")]
    [TestCase("The cause was unknown.", "Unconfirmed")]
    public void CertaintyReader_Cues_GiveTheClass(string sentence, string expected)
    {
        TokenizedText text = TextAnalyzer.Sentence(sentence);
        Assert.That(CertaintyReader.Read(text.TokensOf(text.Sentences[0])).Certainty.ToString(), Is.EqualTo(expected));
    }

    private static ClaimRelation Judge(string a, string b)
    {
        TokenizedText x = TextAnalyzer.Sentence(a);
        TokenizedText y = TextAnalyzer.Sentence(b);
        return ClaimRelations.Judge(SlotReader.Read(x, x.Sentences[0]), SlotReader.Read(y, y.Sentences[0]));
    }
}
