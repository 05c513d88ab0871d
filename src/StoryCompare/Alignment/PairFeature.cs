namespace StoryCompare.Alignment;

/// <summary>What is measured about two sentences; the index into a feature vector. Shares lie in [0, 1].</summary>
internal enum PairFeature
{
    /// <summary>IDF-weighted Dice of stems.</summary>
    Dice,
    /// <summary>Share of the lighter sentence's weight that the other holds.</summary>
    ContainmentMax,
    /// <summary>Share of the heavier sentence's weight that the other holds.</summary>
    ContainmentMin,
    /// <summary>Dice with words joined by root, folded name or act class.</summary>
    RelaxedDice,
    /// <summary>Heavier sentence's share under the same joining.</summary>
    RelaxedContainmentMin,
    /// <summary>Lighter sentence's share under the same joining.</summary>
    RelaxedContainmentMax,
    /// <summary>Dice of all words, unweighted, stop words included.</summary>
    WordDice,
    /// <summary>Share of the longer sentence's words that the other holds, unweighted.</summary>
    WordContainmentMin,
    /// <summary>Dice of character 4-grams.</summary>
    GramDice,
    /// <summary>Dice of character 4-grams, each weighing its part of its word.</summary>
    GramWeighted,
    /// <summary>The lighter sentence's share under the same weights.</summary>
    GramContainment,
    /// <summary>Dice of word bigrams, stop words included.</summary>
    BigramDice,
    /// <summary>Longest common subsequence of content words, over the mean length.</summary>
    Order,
    /// <summary>Longest common run of content words, over the shorter length.</summary>
    Run,
    /// <summary>Weighted Dice of capitalised words.</summary>
    Names,
    /// <summary>Both sentences name what the other does not: the smaller unmatched share.</summary>
    NamesDiffer,
    /// <summary>Share of the numbers that both have; 0 where there are none.</summary>
    Numbers,
    /// <summary>Both sentences have a number that the other lacks.</summary>
    NumbersDiffer,
    /// <summary>Just one sentence has numbers that the other lacks.</summary>
    NumbersOneSided,
    /// <summary>Shorter over longer, in words.</summary>
    LengthRatio,
    /// <summary>One is negated, the other not.</summary>
    Negation,
    /// <summary>An act of one is opposed to an act of the other, both unmatched.</summary>
    Opposed,
    /// <summary>Shared act classes, 3 or more give 1.</summary>
    Acts,
    /// <summary>Logarithm of the matched weight.</summary>
    MatchedMass,
    /// <summary>Logarithm of the smaller unmatched weight.</summary>
    UnmatchedMin,
    /// <summary>Logarithm of the larger unmatched weight.</summary>
    UnmatchedMax,
    /// <summary>Share of quoted words in common, where both quote.</summary>
    Quoted,
    /// <summary>Square of <see cref="RelaxedDice"/>.</summary>
    RelaxedDiceSquared,

    /// <summary>The two tell of other times; see <see cref="TimeAnchors"/>.</summary>
    TimesDiffer,
    /// <summary>Share of the words of both statements that the other sentence has, repeated words and stop words included, those that frame the statement left out (see <see cref="SpeechFrame"/>).</summary>
    StatementDice,
    /// <summary>The lesser of the two shares of a statement's weight that the other sentence holds; near synonyms count in part. See <see cref="Statements"/>.</summary>
    StatementContainmentMin,

    /// <summary>Dice under the story's own weights. First of the features that need the articles.</summary>
    StoryDice,
    /// <summary><see cref="RelaxedDice"/> under the story's own weights.</summary>
    StoryRelaxedDice,
    /// <summary><see cref="RelaxedContainmentMax"/> under the story's own weights.</summary>
    StoryContainmentMax,
    /// <summary>Logarithm of the matched weight under the story's own weights.</summary>
    StoryMatchedMass,
    /// <summary>TF-IDF cosine of the two articles.</summary>
    Documents,
    /// <summary>Dice of the articles' first sentences (headline or lead).</summary>
    Leads,
    /// <summary>Similarity of the sentences before and after.</summary>
    Neighbours,
    /// <summary>Quick similarity over the best that one of the two sentences reaches in the other's article: the better of the two shares.</summary>
    ContrastMax,
    /// <summary>The worse of the two shares.</summary>
    ContrastMin,
    /// <summary>Both stand at the start of their article.</summary>
    Position,
    /// <summary>Product of <see cref="Documents"/> and <see cref="RelaxedDice"/>.</summary>
    DocumentsTimesDice,
    /// <summary>Whether the clusterer holds the two articles for one story; always so inside a story.</summary>
    SameStory,

    /// <summary>Cosine of the two articles over the mean of the five nearest to one of them, the larger share. First of the features that need all articles.</summary>
    Nearest,
    /// <summary>Logarithm of the number of articles that one of the two stands nearer to: the smaller number.</summary>
    RankMin,
    /// <summary>The larger number.</summary>
    RankMax,
    /// <summary>Cosine of the two articles over the mean inside the story of one of them, the larger share.</summary>
    StoryNearness,
    /// <summary>How much of what the story's other articles tell the sentence tells, by its three most central words: the lesser of the two.</summary>
    CoreMin,
    /// <summary>The greater of the two.</summary>
    CoreMax,
    /// <summary>The same over all words, as a share of the sentence: the lesser of the two.</summary>
    CoreShareMin,
    /// <summary>The greater of the two.</summary>
    CoreShareMax,
    /// <summary>The same summed over all words: the lesser of the two.</summary>
    CoreSumMin,
    /// <summary>The greater of the two.</summary>
    CoreSumMax,
    /// <summary>Logarithm of the number of content words: the lesser of the two.</summary>
    WordsMin,
    /// <summary>The greater of the two.</summary>
    WordsMax,

    /// <summary>Number of features.</summary>
    Count,
}
