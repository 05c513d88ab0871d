using StoryCompare.Evaluation;

EvaluationTask[] tasks = [.. typeof(EvaluationTask).Assembly.GetTypes()
    .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(EvaluationTask)))
    .Select(t => (EvaluationTask)Activator.CreateInstance(t)!)
    .OrderBy(t => t.Name, StringComparer.Ordinal)];

EvaluationTask? task = args.Length == 0 ? null : Array.Find(tasks, t => t.Name == args[0]);
if (task is null)
{
    Console.Error.WriteLine("usage: TASK --data FILE [--predictions OUT.jsonl] [options]");
    foreach (EvaluationTask t in tasks)
    {
        Console.Error.WriteLine($"  {t.Name,-16} {t.Summary}");
    }

    return 2;
}

try
{
    task.Run(new TaskArguments(args.Skip(1)));
    return 0;
}
catch (Exception e) when (e is FileNotFoundException or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
