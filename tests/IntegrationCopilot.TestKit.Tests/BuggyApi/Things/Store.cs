namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What the API keeps: each thing belongs to the caller who made it, and has a version that goes up with each change.</summary>
internal sealed class Store<T> where T : class
{
    private readonly Lock gate = new();
    private readonly List<Kept<T>> things = [];
    private long made;

    /// <summary>Things of a caller in the order in which they were made, without those that are not listed.</summary>
    public IReadOnlyList<Kept<T>> Of(string owner)
    {
        lock (gate) return [.. things.Where(kept => kept.Owner == owner && kept.IsListed)];
    }

    public Kept<T>? Find(Guid id)
    {
        lock (gate) return things.FirstOrDefault(kept => kept.Id == id);
    }

    public Kept<T> Get(Guid id, string owner, string name) => Find(id) is { } kept && kept.Owner == owner ? kept : throw Refusal.NotFound(name);

    /// <summary>Adds unless another thing of the caller is in the way.</summary>
    /// <returns>Null when one is.</returns>
    public Kept<T>? Add(Guid id, string owner, T thing, Func<T, bool>? isInTheWay = null, bool isListed = true)
    {
        lock (gate)
        {
            if (isInTheWay is not null && things.Any(other => other.Owner == owner && isInTheWay(other.Thing))) return null;
            var kept = new Kept<T>(id, owner, thing, 1, ++made, isListed);
            things.Add(kept);
            return kept;
        }
    }

    /// <summary>Replaces the thing when it still has that version and nothing is in the way.</summary>
    /// <returns>Null when that is not so.</returns>
    public Kept<T>? Replace(Kept<T> old, T thing, Func<T, bool>? isInTheWay = null)
    {
        lock (gate)
        {
            var at = things.FindIndex(kept => kept.Id == old.Id);
            if (at < 0 || things[at].Version != old.Version) return null;
            if (isInTheWay is not null && things.Any(kept => kept.Owner == old.Owner && kept.Id != old.Id && isInTheWay(kept.Thing))) return null;
            return things[at] = old with { Thing = thing, Version = old.Version + 1 };
        }
    }

    public void Remove(Guid id)
    {
        lock (gate) things.RemoveAll(kept => kept.Id == id);
    }
}

/// <summary>A thing and whose it is; its number tells when it was made.</summary>
internal sealed record Kept<T>(Guid Id, string Owner, T Thing, int Version, long Number, bool IsListed);
