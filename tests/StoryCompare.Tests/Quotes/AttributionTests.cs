using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Tests.Quotes;

/// <summary>Who says what: whom a source told is no content, who was heard speaks, "he" is whom the sentence before is about.</summary>
public sealed class AttributionTests
{
    [TestCase("Three villages were destroyed, Governor Yusuf Darran told state radio.", "Governor Yusuf Darran", "Three villages were destroyed")]
    [TestCase("The bridge was closed, Mayor Lind told local television on Monday.", "Mayor Lind", "The bridge was closed")]
    [TestCase("Guards in Tarn, Orra, said the gate was shut.", "Guards in Tarn", "the gate was shut.")]
    [TestCase("Moren said the fire began at a party that drew families.", "Moren", "the fire began at a party that drew families.")]
    [TestCase("Her aunt told Channel 7 News that the house was empty.", "Her aunt", "the house was empty.")]
    [TestCase("\"It is done,\" she said - while running to the boat.", "she", "\"It is done,\"")]
    [TestCase("Passenger Mia Helland heard the captain say the engine had failed.", "the captain", "the engine had failed.")]
    public void Extract_Sentence_HasSourceAndContent(string source, string who, string what)
    {
        TokenizedText text = TextAnalyzer.Prose(source);
        Attribution only = QuoteExtractor.Extract(text).Attributions.Single();

        Assert.That((only.SourceName, text.String(only.Content)), Is.EqualTo((who, what)));
    }

    [TestCase("Marit Holt finished with 23 points, setting a club record.")]
    [TestCase("The dog was found by its owner, who called for help.")]
    [TestCase("The 20-year-old alleged thief faces a trial.")]
    [TestCase("Holm pleaded guilty in May.")]
    [TestCase("Clerks sorted through 90,000 written comments from the public.")]
    public void Extract_WhatIsCounted_IsNoCue(string source) =>
        Assert.That(QuoteExtractor.Extract(TextAnalyzer.Prose(source)).Attributions, Is.Empty);

    [TestCase("\"It was late,\" said Ann Brandt, a lawyer.\nJosh Moren, who works in Tarn, had reminded the judge of it.\n\"Nobody has to agree on that,\" he said.", "Josh Moren")]
    [TestCase("\"It is copied every night,\" said the museum's senior print curator Paul Fergus.", "Paul Fergus")]
    [TestCase("“This offer undervalues Norland and all its people,” blasted Marit Holt.", "Marit Holt")]
    public void Extract_LastQuotation_HasSpeaker(string source, string speaker)
    {
        TokenizedText text = TextAnalyzer.Prose(source);

        Assert.That(QuoteExtractor.Extract(text).Quotes[^1].SpeakerName, Is.EqualTo(speaker));
    }
}
