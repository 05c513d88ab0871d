namespace StoryCompare.Claims.Slots;

/// <summary>A content word of a sentence, as claims are compared by it.</summary>
/// <param name="Token">Index into the text's tokens.</param>
/// <param name="Term">Hash of the folded form.</param>
/// <param name="Stem">Hash of the stem.</param>
/// <param name="Clause">Number of its clause in the sentence.</param>
/// <param name="Negated">Whether it stands in the reach of an odd number of negations.</param>
/// <param name="Focus">Whether a negation bears on it first of all.</param>
/// <param name="Unreal">Whether its clause is a condition or question ("if", "whether", "would"): it states nothing.</param>
/// <param name="Weight">How much it tells: 0.1 for "person", 1.5 for a rare word.</param>
/// <param name="Kin">Bits that two words of one stem, or related by <see cref="Lexicon.Kinship"/>, have in common; others may by chance.</param>
internal readonly record struct SlotWord(int Token, uint Term, uint Stem, int Clause, bool Negated, bool Focus, bool Unreal, float Weight, ulong Kin);
