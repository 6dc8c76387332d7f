using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Keeps things apart in <see cref="ApiResource.UniqueFields"/>.</summary>
internal sealed class UniqueFields
{
    private const int MostSearched = 10_000;
    private static readonly string[] Conflicts = ["already", "exist", "taken", "duplicate", "unique", "in use"];
    private readonly List<(string Name, byte[] Json)> names = [];

    /// <summary>Values that the document itself shows as what may be sent.</summary>
    private readonly Lazy<IReadOnlyList<JsonObject>> shown;

    /// <param name="call">The operation that makes things; one that is not the usual way takes any.</param>
    public UniqueFields(ThingCall call)
    {
        shown = new Lazy<IReadOnlyList<JsonObject>>(() => [.. ShownBodies.Of(call)]);
        if (!ReferenceEquals(call.Operation.Description, call.Kind.Resource.Create)) return;
        foreach (var name in call.Kind.Resource.UniqueFields)
            if (call.RequestShape.Find(name) is { ReadOnly: false, WriteOnly: false } && call.Kind.Shape.Find(name) is not null
                && !call.Kind.IdentifierWays.Any(way => way is [var own] && own == name))
                names.Add((name, Encoding.UTF8.GetBytes(name)));
    }

    /// <summary>The field in which a new thing equals one that a client has made; null when there is none.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="key">Where its like lie.</param>
    /// <param name="cancellationToken">Cancels looking.</param>
    public async ValueTask<string?> TakenAsync(ThingCall call, JsonObject? sent, ThingKey key, CancellationToken cancellationToken)
    {
        if (names.Count == 0 || sent is null) return null;
        var wanted = names.Where(name => sent[name.Name] is JsonValue value && !IsShown(name.Name, value))
            .Select(name => (name.Name, name.Json, Value: JsonTrees.Write(sent[name.Name]))).ToList();
        if (wanted.Count == 0) return null;
        foreach (var thing in await call.Keeper.Store.ListAsync(key.Collection, 0, MostSearched, cancellationToken))
            if ((thing.Marks & (MockThingMarks.Seed | MockThingMarks.Deleted)) == 0 && (key.Owner.Length == 0 || thing.Owner == key.Owner)
                && Shared(thing, wanted) is { } name)
                return name;
        return null;
    }

    private bool IsShown(string name, JsonValue value) => shown.Value.Any(body => JsonNode.DeepEquals(body[name], value));

    private static string? Shared(MockThing thing, List<(string Name, byte[] Json, byte[] Value)> wanted)
    {
        var members = new MemberReader(thing.Json.Span);
        while (members.Read())
            foreach (var (name, json, value) in wanted)
                if (members.Name.SequenceEqual(json) && members.Value.SequenceEqual(value)) return name;
        return null;
    }
}
