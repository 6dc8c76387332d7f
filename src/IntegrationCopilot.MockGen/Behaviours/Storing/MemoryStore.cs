namespace IntegrationCopilot.MockGen;

/// <summary>A store in memory. When it is full, the oldest things go.</summary>
/// <param name="maxThings">Things at most; at least 1.</param>
/// <param name="maxBytes">Bytes of JSON at most, summed over all things. A single larger one is kept alone.</param>
internal sealed class MemoryStore(int maxThings, long maxBytes) : IMockStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, MemoryShelf> shelves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> series = new(StringComparer.Ordinal);
    private readonly Queue<Age> ages = new();
    private long order;
    private long bytes;
    private int count;

    public ValueTask<MockThing?> FindAsync(string collection, string id, CancellationToken cancellationToken = default)
    {
        lock (gate) return new(shelves.GetValueOrDefault(collection)?.Find(id));
    }

    public ValueTask<IReadOnlyList<MockThing>> ListAsync(string collection, long after, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate) return new(shelves.GetValueOrDefault(collection)?.List(after, limit) ?? []);
    }

    public ValueTask<MockStored> PutAsync(MockThing thing, CancellationToken cancellationToken = default)
    {
        lock (gate) return new(thing.Version == 0 ? Add(thing) : Replace(thing));
    }

    public ValueTask<bool> RemoveAsync(MockThing thing, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return new(shelves.GetValueOrDefault(thing.Collection) is { } shelf && shelf.Find(thing.Id) is { } known && IsSame(known, thing)
                && Take(shelf, known));
    }

    public ValueTask<long> NextAsync(string series, long atLeast, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var next = Math.Max(atLeast, this.series.GetValueOrDefault(series) + 1);
            this.series[series] = next;
            return new(next);
        }
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            shelves.Clear();
            series.Clear();
            ages.Clear();
            (bytes, count) = (0, 0);
        }
        return ValueTask.CompletedTask;
    }

    private MockStored Add(MockThing thing)
    {
        if (!shelves.TryGetValue(thing.Collection, out var shelf)) shelves[thing.Collection] = shelf = new MemoryShelf();
        var kept = thing with { Order = order + 1, Version = 1 };
        if (!shelf.TryAdd(kept)) return default;
        order++;
        count++;
        bytes += kept.Json.Length;
        ages.Enqueue(new Age(shelf, kept.Id, kept.Order));
        return new MockStored(kept, Shrink(kept));
    }

    private MockStored Replace(MockThing thing)
    {
        if (shelves.GetValueOrDefault(thing.Collection) is not { } shelf || shelf.Find(thing.Id) is not { } known || !IsSame(known, thing)) return default;
        var kept = thing with { Order = known.Order, Version = known.Version + 1 };
        shelf.Replace(kept);
        bytes += kept.Json.Length - known.Json.Length;
        return new MockStored(kept, Shrink(kept));
    }

    /// <summary>Lets the oldest go until there is room, but never what has just been written.</summary>
    private int Shrink(MockThing newest)
    {
        var gone = 0;
        for (var left = ages.Count; left > 0 && (count > maxThings || bytes > maxBytes); left--)
        {
            var age = ages.Dequeue();
            if (age.Shelf.Find(age.Id) is not { } oldest || oldest.Order != age.Order) continue;
            if (ReferenceEquals(oldest, newest)) ages.Enqueue(age);
            else if (Take(age.Shelf, oldest)) gone++;
        }
        return gone;
    }

    private bool Take(MemoryShelf shelf, MockThing thing)
    {
        shelf.Remove(thing);
        count--;
        bytes -= thing.Json.Length;
        if (ages.Count > (2 * count) + 1_000) Forget();
        return true;
    }

    /// <summary>An identifier may be used again after its thing was removed: its version starts anew, its order does not.</summary>
    private static bool IsSame(MockThing known, MockThing thing) => known.Version == thing.Version && known.Order == thing.Order;

    /// <summary>Drops what is remembered of things that are gone.</summary>
    private void Forget()
    {
        for (var left = ages.Count; left > 0; left--)
            if (ages.Dequeue() is var age && age.Shelf.Find(age.Id)?.Order == age.Order) ages.Enqueue(age);
        foreach (var (name, shelf) in shelves)
            if (shelf.IsEmpty) shelves.Remove(name);
    }

    private readonly record struct Age(MemoryShelf Shelf, string Id, long Order);
}
