using StoryCompare.Internals;

[assembly: NamedFirst<(KeyValuePair<int, int>, (int, int), (int, int, int), (int, int, int, int), int?)>]

namespace StoryCompare.Internals;

/// <summary>Names types ahead of all others in the assembly's list of what it refers to; see <c>build/CompileAhead.targets</c>.</summary>
/// <typeparam name="T">A tuple of the types.</typeparam>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class NamedFirstAttribute<T> : Attribute;
