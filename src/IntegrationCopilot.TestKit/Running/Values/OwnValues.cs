using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Values that a run made up, and that nobody else has: what is called by one of them, the run has made.</summary>
/// <threadsafety>May be used by several threads at once.</threadsafety>
internal sealed class OwnValues
{
    /// <summary>A form with fewer values may give one that somebody else has.</summary>
    private const double LeastRoom = 10_000_000;

    private readonly ConcurrentDictionary<string, bool> values = new(StringComparer.Ordinal);

    /// <summary>Notes a value that was made for a variable.</summary>
    public void Note(TestVariable variable, JsonElement value)
    {
        if (variable.Form is null or { Count: >= LeastRoom }) values.TryAdd(ListedItems.Text(value), true);
    }

    /// <summary>Whether a text or number is one of them.</summary>
    public bool Contains(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number && values.ContainsKey(ListedItems.Text(value));

    /// <summary>Those in a value, with the name of the member that holds each.</summary>
    public IEnumerable<KeyValuePair<string, string>> In(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => In(member.Name, member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => In(name, item)),
        _ => Contains(value) ? [KeyValuePair.Create(name, ListedItems.Text(value))] : [],
    };
}
