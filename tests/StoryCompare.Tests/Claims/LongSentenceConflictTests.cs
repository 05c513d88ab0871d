using StoryCompare.Claims.Lexicon;
using StoryCompare.Text;

namespace StoryCompare.Tests.Claims;

/// <summary>Parts of acts and open matters in sentences of several clauses, and the nouns and verb forms they are read by.</summary>
public sealed class LongSentenceConflictTests
{
    private const string LeadA = "A tram driver was attacked in Velsen on Tuesday.";
    private const string LeadB = "Police are investigating an attack on a tram driver in Velsen on Tuesday.";

    [Test]
    public void Compare_TwoAnimalsInOneAct_IsLowActorConflict()
    {
        Conflict conflict = Conflicts("The driver, who had stepped out to move a branch, was bitten by a fox that fled into the park, her union said.", "A monkey, apparently blinded by the lights of the tram, bit the driver in the ankle as she stepped out, a passenger said.").Single(static c => c.Kind == ConflictKind.Actor);

        Assert.That((conflict.Severity, conflict.Explanation), Is.EqualTo((Severity.Low, "who attacked: a fox / A monkey")));
    }

    [Test]
    public void Compare_AnimalsOfTwoActs_IsNone() =>
        Assert.That(Conflicts("The driver, who had stepped out to move a branch, was bitten by a fox that fled into the park, her union said.", "In spring another driver had been bitten by a monkey on the same line, the union recalled in its statement on Wednesday."), Is.Empty);

    [Test]
    public void Compare_MotiveLeftOpenAndTold_IsLowCertaintyConflict()
    {
        Conflict conflict = Conflicts("Investigators said they did not yet know why the 41-year-old, a mother of two, had been attacked.", "The man told officers that he had attacked the driver out of anger over a fine, according to a court document.").Single(static c => c.Kind == ConflictKind.Certainty);

        Assert.That(conflict.Severity, Is.EqualTo(Severity.Low));
    }

    [TestCase("wolf", "bear", true)]
    [TestCase("dog", "poodle", false)]
    [TestCase("wolf", "kidney", false)]
    [TestCase("dentist", "miner", true)]
    public void Exclude_NounsOfOneClass_UnlessOneIsAKindOfTheOther(string a, string b, bool expected)
    {
        int x = NounClasses.Of(Token(a));
        int y = NounClasses.Of(Token(b));

        Assert.That(x >= 0 && y >= 0 && NounClasses.Exclude(x, y), Is.EqualTo(expected));
    }

    [TestCase("found", true)]
    [TestCase("stabbed", true)]
    [TestCase("taken", true)]
    [TestCase("kidney", false)]
    public void Of_PastForms_AreVerbs(string word, bool expected) =>
        Assert.That((VerbForms.Of(Token(word)) & (VerbForm.Past | VerbForm.Participle)) != VerbForm.None, Is.EqualTo(expected));

    private static Token Token(string word) => TextAnalyzer.Analyze(new Article(word + " stood there.")).Text.Tokens[0];

    private static IReadOnlyList<Conflict> Conflicts(string a, string b) => StoryComparer.Default.Compare([
        new Article($"{LeadA}\n\n{a}") { Id = "a", Outlet = "Coast Daily", Published = new DateTimeOffset(2016, 3, 7, 0, 0, 0, TimeSpan.Zero) },
        new Article($"{LeadB}\n\n{b}") { Id = "b", Outlet = "Harbour Post", Published = new DateTimeOffset(2016, 3, 7, 0, 0, 0, TimeSpan.Zero) }]).Stories.SelectMany(static s => s.Conflicts).ToList();
}
