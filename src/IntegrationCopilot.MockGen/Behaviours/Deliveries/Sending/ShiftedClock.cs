namespace IntegrationCopilot.MockGen;

/// <summary>A clock that is wrong by a fixed time.</summary>
internal sealed class ShiftedClock(TimeProvider clock, TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + shift;
}
