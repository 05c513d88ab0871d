#:property PublishAot=false
// Prints the code cells of a notebook as one C# program: using directives first, package directives left out.
using System.Text.Json;

using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(args[0]));
List<string> usings = [];
List<string> code = [];
foreach (JsonElement cell in notebook.RootElement.GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("cell_type").GetString() == "code"))
{
    foreach (string line in string.Concat(cell.GetProperty("source").EnumerateArray().Select(l => l.GetString())).Split('\n'))
    {
        (line.StartsWith("using ", StringComparison.Ordinal) ? usings : code).Add(line);
    }
}

foreach (string line in usings.Concat(code).Where(l => !l.StartsWith("#r", StringComparison.Ordinal)))
{
    Console.WriteLine(line);
}
