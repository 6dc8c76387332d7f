namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A clock on which every wait of up to 100 seconds is over at once, and has taken as long as it should.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long waited;

    /// <summary>All waits together.</summary>
    public TimeSpan Waited => new(Interlocked.Read(ref waited));

    public override DateTimeOffset GetUtcNow() => Start + Waited;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > Longest) return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Add(ref waited, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
