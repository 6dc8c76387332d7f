using System.Diagnostics;
using System.Globalization;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Measures what a call costs. Tests that hold costs run by themselves, so that others do not count.</summary>
[CollectionDefinition(nameof(Cost), DisableParallelization = true)]
public sealed class Cost
{
    private const int Attempts = 4;

    /// <summary>
    /// The result, the shortest time that this thread worked, and the bytes it allocated; tries again while the time is not within the limit, because machines
    /// are busy now and then.
    /// </summary>
    internal static (T Result, TimeSpan Time, long Bytes) OfBest<T>(Func<T> call, TimeSpan limit)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 1; ; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Worked();
            var result = call();
            var time = Worked() - start;
            if (time < best) best = time;
            if (best < limit || attempt == Attempts) return (result, best, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    /// <summary>
    /// How long the scheduler has let this thread work; what others are given meanwhile does not count. Where that is not told, the clock's time.
    /// </summary>
    private static TimeSpan Worked()
    {
        const string scheduler = "/proc/thread-self/schedstat";
        if (!File.Exists(scheduler)) return Stopwatch.GetElapsedTime(0);
        var nanoseconds = long.Parse(File.ReadAllText(scheduler).Split(' ')[0], CultureInfo.InvariantCulture);
        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
