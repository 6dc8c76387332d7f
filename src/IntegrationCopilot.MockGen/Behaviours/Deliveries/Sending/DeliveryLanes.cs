namespace IntegrationCopilot.MockGen;

/// <summary>Keeps the first attempts to one address in their order. One that is held back on purpose goes after the next.</summary>
internal sealed class DeliveryLanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> tails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Delivery> held = new(StringComparer.Ordinal);

    /// <summary>Takes the place behind all others to the address.</summary>
    /// <returns>Done when those before were tried.</returns>
    public Task Join(Delivery delivery)
    {
        lock (gate)
        {
            var address = delivery.Draft.Address;
            if (delivery.Draft.Defect == DeliveryDefect.OutOfOrder)
            {
                if (held.Remove(address, out var other)) other.Release();
                held[address] = delivery;
                return Task.CompletedTask;
            }
            var before = tails.GetValueOrDefault(address, Task.CompletedTask);
            tails[address] = delivery.Tried;
            return before;
        }
    }

    /// <summary>Lets go what was held back, and forgets the lane when nobody is behind.</summary>
    public void Leave(Delivery delivery)
    {
        lock (gate)
        {
            var address = delivery.Draft.Address;
            if (tails.TryGetValue(address, out var tail) && ReferenceEquals(tail, delivery.Tried)) tails.Remove(address);
            if (held.TryGetValue(address, out var waiting) && (ReferenceEquals(waiting, delivery) || delivery.Draft.Defect != DeliveryDefect.OutOfOrder)
                && held.Remove(address)) waiting.Release();
        }
    }
}
