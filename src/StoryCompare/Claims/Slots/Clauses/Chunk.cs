namespace StoryCompare.Claims.Slots;

/// <summary>A run of tokens of a sentence; of a verb group the token of its main verb, of a phrase that of its noun.</summary>
internal readonly record struct Chunk(ChunkKind Kind, int First, int End, int Head, ChunkTraits Traits);
