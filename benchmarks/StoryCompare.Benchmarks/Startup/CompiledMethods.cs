using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Reflection;

namespace StoryCompare.Benchmarks.Startup;

/// <summary>Notes which methods the runtime compiles while a program runs, and writes the generic ones as a profile when it ends.</summary>
internal sealed class CompiledMethods : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;

    private readonly ConcurrentDictionary<ulong, byte> _methods = new();

    /// <summary>Starts listening; the file is written as the process exits.</summary>
    public static void RecordUntilExit(string path)
    {
        CompiledMethods listener = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Thread.Sleep(2000); // Events arrive late, from a thread of the runtime.
            MethodBase[] methods = [.. listener._methods.Keys.Order().Select(Resolve).OfType<MethodBase>().Where(IsGeneric)];
            File.WriteAllBytes(path, StartupProfile.Write(methods));
            Console.Error.WriteLine($"{listener._methods.Count} compiled, {methods.Length} of them generic");
        };
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is { } name && name.StartsWith("MethodJittingStarted", StringComparison.Ordinal) && eventData.Payload is [ulong id, ..])
        {
            _methods.TryAdd(id, 0);
        }
    }

    // Methods that are not generic are compiled ahead without being asked for.
    private static bool IsGeneric(MethodBase method) => method.IsGenericMethod || method.DeclaringType is { IsGenericType: true };

    // What reflection offers publicly refuses methods of generic types whose type is not given beside.
    private static MethodBase? Resolve(ulong id)
    {
        RuntimeMethodHandle handle = RuntimeMethodHandle.FromIntPtr((nint)id);
        const BindingFlags any = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;
        object? inner = typeof(RuntimeMethodHandle).GetMethod("GetMethodInfo", any)?.Invoke(handle, null);
        MethodInfo? resolve = typeof(object).Assembly.GetType("System.RuntimeType")!.GetMethods(any).FirstOrDefault(static m => m.Name == "GetMethodBase" && m.GetParameters() is [{ ParameterType.Name: "RuntimeType" }, { ParameterType.Name: "IRuntimeMethodInfo" }]);
        MethodInfo? owner = typeof(RuntimeMethodHandle).GetMethods(any).FirstOrDefault(static m => m.Name == "GetDeclaringType" && m.GetParameters() is [{ ParameterType.Name: "IRuntimeMethodInfo" }]);
        try
        {
            return (MethodBase?)resolve!.Invoke(null, [owner!.Invoke(null, [inner]), inner]);
        }
        catch (TargetInvocationException)
        {
            return null; // A stub without a type.
        }
    }
}
