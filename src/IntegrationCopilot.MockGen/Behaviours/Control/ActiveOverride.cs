using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>An override that was set, and how often it was used.</summary>
/// <param name="id">Its number.</param>
/// <param name="answer">What was set.</param>
/// <param name="operation">The operation it is for; null for any request.</param>
internal sealed class ActiveOverride(int id, MockOverride answer, ApiOperation? operation)
{
    private int used;

    public int Id => id;

    public MockOverride Answer => answer;

    public ApiOperation? Operation => operation;

    public int Used => Math.Min(Volatile.Read(ref used), answer.Times ?? int.MaxValue);

    public bool IsUsedUp => Used >= answer.Times;

    public bool Fits(RecordedRequest request, ApiOperation? called)
    {
        if (operation is not null && !ReferenceEquals(operation, called)) return false;
        try
        {
            return answer.When?.Invoke(request) ?? true;
        }
        catch (Exception)
        {
            // The condition is the caller's; one that fails on some request does not hold for it.
            return false;
        }
    }

    public bool TryUse() => Interlocked.Increment(ref used) <= (answer.Times ?? int.MaxValue);
}
