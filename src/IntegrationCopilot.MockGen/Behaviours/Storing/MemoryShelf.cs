namespace IntegrationCopilot.MockGen;

/// <summary>The things of one collection, by identifier and in order. The caller keeps others out meanwhile.</summary>
internal sealed class MemoryShelf
{
    private readonly Dictionary<string, MockThing> byId = new(StringComparer.Ordinal);

    /// <summary>Ascending by <see cref="MockThing.Order"/>; what is gone leaves a gap until there are many.</summary>
    private readonly List<Place> places = [];
    private int first;

    public bool IsEmpty => byId.Count == 0;

    public MockThing? Find(string id) => byId.GetValueOrDefault(id);

    public bool TryAdd(MockThing thing)
    {
        if (!byId.TryAdd(thing.Id, thing)) return false;
        places.Add(new Place(thing.Order, thing));
        return true;
    }

    public void Replace(MockThing thing)
    {
        byId[thing.Id] = thing;
        places[IndexOf(thing.Order)] = new Place(thing.Order, thing);
    }

    public void Remove(MockThing thing)
    {
        byId.Remove(thing.Id);
        places[IndexOf(thing.Order)] = new Place(thing.Order, null);
        while (first < places.Count && places[first].Thing is null) first++;
        if (places.Count - byId.Count <= byId.Count + 64) return;
        places.RemoveAll(p => p.Thing is null);
        first = 0;
    }

    public IReadOnlyList<MockThing> List(long after, int limit)
    {
        var found = new List<MockThing>(Math.Min(limit, byId.Count));
        for (var at = Math.Max(first, IndexAfter(after)); at < places.Count && found.Count < limit; at++)
            if (places[at].Thing is { } thing) found.Add(thing);
        return found;
    }

    /// <summary>The oldest goes most often.</summary>
    private int IndexOf(long order) => first < places.Count && places[first].Order == order ? first : IndexAfter(order - 1);

    private int IndexAfter(long order)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Order <= order) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private readonly record struct Place(long Order, MockThing? Thing);
}
