using StoryCompare.Internals;

namespace StoryCompare.Tests.Internals;

/// <summary>Steps that run side by side.</summary>
public sealed class TogetherTests
{
    [Test]
    public void Run_ManySteps_RunsEachOnce([Values(1, 2, 7)] int threads)
    {
        int[] runs = new int[200];

        Together.Run(Together.Threads(threads, CancellationToken.None), [.. Enumerable.Range(0, runs.Length).Select(i => (Action)(() => Interlocked.Increment(ref runs[i])))]);

        Assert.That(runs, Is.All.EqualTo(1));
    }

    [Test]
    public void Run_StepThatWaitsForAnEarlierOne_Ends([Values(1, 2, 4)] int threads)
    {
        using ManualResetEventSlim done = new();
        int waited = 0;
        List<Action> steps = [done.Set];
        steps.AddRange(Enumerable.Repeat<Action>(() => { done.Wait(); Interlocked.Increment(ref waited); }, 20));

        Together.Run(Together.Threads(threads, CancellationToken.None), steps);

        Assert.That(waited, Is.EqualTo(20));
    }

    [Test]
    public void Run_StepThatThrows_TellsOfIt()
    {
        Action[] steps = [static () => { }, static () => throw new InvalidDataException("step"), static () => { }];

        Assert.Throws<InvalidDataException>(() => Together.Run(Together.Threads(1, CancellationToken.None), steps));
        Assert.That(Assert.Throws<AggregateException>(() => Together.Run(Together.Threads(2, CancellationToken.None), steps))!.Flatten().InnerExceptions, Has.All.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void Run_Cancelled_BeginsNoFurtherStep([Values(1, 2)] int threads)
    {
        using CancellationTokenSource cancelled = new();
        int after = 0;
        List<Action> steps = [cancelled.Cancel];
        steps.AddRange(Enumerable.Repeat<Action>(() => Interlocked.Increment(ref after), 1000));

        // A second thread may have begun some before.
        Assert.Catch<OperationCanceledException>(() => Together.Run(Together.Threads(threads, cancelled.Token), steps));
        Assert.That(after, Is.LessThanOrEqualTo(threads == 1 ? 0 : 1000));
    }

    [Test]
    public void Run_CancelledBesideStepsThatWait_LeavesNoStepWaiting()
    {
        // A step that was taken and not run would be waited for without end.
        for (int round = 0; round < 300; round++)
        {
            using CancellationTokenSource cancelled = new();
            ManualResetEventSlim[] done = [.. Enumerable.Range(0, 40).Select(static _ => new ManualResetEventSlim())];
            int stuck = 0;
            int at = round % done.Length;
            Action[] steps = [.. Enumerable.Range(0, done.Length).Select(i => (Action)(() =>
            {
                if (i == at)
                {
                    cancelled.Cancel();
                }

                for (int before = 0; before < i; before++)
                {
                    stuck += done[before].Wait(TimeSpan.FromSeconds(20)) ? 0 : 1;
                }

                done[i].Set();
            }))];

            Assert.Catch<OperationCanceledException>(() => Together.Run(Together.Threads(4, cancelled.Token), steps));
            Assert.That(stuck, Is.Zero);
            Array.ForEach(done, static d => d.Dispose());
        }
    }
}
