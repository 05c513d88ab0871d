namespace StoryCompare.Evaluation;

/// <summary>One evaluation task. Tasks are found by reflection: adding a class adds a task.</summary>
internal abstract class EvaluationTask
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the list of tasks.</summary>
    public abstract string Summary { get; }

    /// <summary>Scores the data, prints one table to standard output, writes predictions if asked.</summary>
    public abstract void Run(TaskArguments arguments);
}
