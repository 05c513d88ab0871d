using System.Globalization;
using System.Reflection;
using System.Text;

namespace StoryCompare.Tests.Conventions;

/// <summary>The public surface is a promise: any change of it shows here and is made on purpose.</summary>
public sealed class PublicApiTests
{
    private static readonly string Snapshot = TestFiles.InRepository("tests", "StoryCompare.Tests", "Conventions", "PublicApi.txt");

    [Test]
    public void PublicApi_IsWhatTheSnapshotSays()
    {
        string actual = Describe(typeof(StoryComparer).Assembly) + Describe(typeof(StoryCompare.Ingest.ArticleReader).Assembly);
        GoldenFile.Check(Snapshot, actual);
    }

    [Test]
    public void PublicTypes_AreSealedOrStatic()
    {
        Assert.That(Types(typeof(StoryComparer).Assembly).Where(static t => t.IsClass && !t.IsSealed).Select(static t => t.Name), Is.Empty);
    }

    [Test]
    public void PublicTypes_EachHaveAFileOfTheirOwn()
    {
        string[] files = [.. Directory.EnumerateFiles(TestFiles.InRepository("src"), "*.cs", SearchOption.AllDirectories).Select(static f => Path.GetFileNameWithoutExtension(f))];

        Assert.That(Types(typeof(StoryComparer).Assembly).Select(static t => t.Name).Except(files), Is.Empty);
    }

    private static IEnumerable<Type> Types(Assembly assembly) => assembly.GetExportedTypes().OrderBy(static t => t.FullName, StringComparer.Ordinal);

    private static string Describe(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in Types(assembly))
        {
            string kind = type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsInterface ? "interface" : "class";
            text.Append(CultureInfo.InvariantCulture, $"{kind} {type.FullName}\n");
            if (type.IsEnum)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {string.Join(", ", Enum.GetNames(type))}\n");
                continue;
            }

            // What the compiler writes for every record is no news.
            const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            IEnumerable<string> members = type.GetMembers(Own)
                .Where(static m => m is not MethodInfo { IsSpecialName: true } && m.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$"))
                .Select(static m => m.ToString()!.Replace("StoryCompare.", "", StringComparison.Ordinal).Replace("System.Collections.Generic.", "", StringComparison.Ordinal).Replace("System.", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
            foreach (string member in members)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {member}\n");
            }
        }

        return text.ToString();
    }
}
