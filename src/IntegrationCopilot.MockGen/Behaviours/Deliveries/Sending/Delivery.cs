namespace IntegrationCopilot.MockGen;

/// <summary>A delivery and what has become of it so far.</summary>
internal sealed class Delivery(DeliveryDraft draft)
{
    private readonly Lock gate = new();
    private readonly List<DeliveryAttempt> attempts = [];
    private readonly TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DeliveryState state;
    private string? problem;

    public DeliveryDraft Draft => draft;

    /// <summary>Done when it was tried for the first time, was held back, or never will be tried.</summary>
    public Task Tried => tried.Task;

    /// <summary>Done when a delivery that was held back may go.</summary>
    public Task Released => released.Task;

    public void Release() => released.TrySetResult();

    /// <summary>Lets go those who wait for the first attempt.</summary>
    public void MarkTried() => tried.TrySetResult();

    public void Add(DeliveryAttempt attempt)
    {
        lock (gate) attempts.Add(attempt);
    }

    public void End(DeliveryState end, string? why = null)
    {
        lock (gate)
            if (state == DeliveryState.Pending) (state, problem) = (end, why);
        tried.TrySetResult();
    }

    public DeliveryRecord ToRecord()
    {
        lock (gate)
        {
            return new DeliveryRecord
            {
                Id = draft.Id,
                Webhook = draft.Webhook,
                EventType = draft.EventType,
                Address = draft.Address,
                Cause = draft.Cause,
                Defect = draft.Defect,
                ContentType = draft.Message.ContentType,
                Body = draft.Message.Body,
                State = state,
                Problem = problem,
                Attempts = [.. attempts],
            };
        }
    }
}
