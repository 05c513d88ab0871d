using StoryCompare.Evaluation;
using StoryCompare.Evaluation.Small;

EvaluationTask[] tasks = [.. typeof(EvaluationTask).Assembly.GetTypes()
    .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(EvaluationTask)))
    .Select(t => (EvaluationTask)Activator.CreateInstance(t)!)
    .OrderBy(t => t.Name, StringComparer.Ordinal)];

EvaluationTask? task = args.Length == 0 ? null : Array.Find(tasks, t => t.Name == args[0]);
if (task is null)
{
    Console.Error.WriteLine("usage: TASK --data FILE | --small [--predictions OUT.jsonl] [options]");
    foreach (EvaluationTask t in tasks)
    {
        Console.Error.WriteLine($"  {t.Name,-16} {t.Summary}");
    }

    return 2;
}

string folder = Path.Combine(Path.GetTempPath(), $"storycompare-evaluation-{Environment.ProcessId}");
try
{
    string[] small = args.Contains("--small") ? SmallData.Prepare(task.Name, Directory.CreateDirectory(folder).FullName) : [];
    task.Run(new TaskArguments([.. args.Skip(1).Where(static a => a != "--small"), .. small]));
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
finally
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}
