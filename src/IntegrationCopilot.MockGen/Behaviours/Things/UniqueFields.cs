using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Fields of which no two things have the same value: those that the document calls unique, or names where it describes the conflict.</summary>
internal sealed class UniqueFields
{
    private const int MostSearched = 10_000;
    private static readonly string[] Conflicts = ["already", "exist", "taken", "duplicate", "unique", "in use"];
    private readonly List<(string Name, byte[] Json)> names = [];

    /// <summary>Values that the document itself shows as what may be sent.</summary>
    private readonly Lazy<IReadOnlyList<JsonObject>> shown;

    /// <param name="call">The operation that makes things; without a described 409 it takes any.</param>
    public UniqueFields(ThingCall call)
    {
        shown = new Lazy<IReadOnlyList<JsonObject>>(() => [.. ShownBodies.Of(call)]);
        if (call.Operation.Description.Responses.FirstOrDefault(r => r.Status == "409") is not { } conflict) return;
        var told = conflict.Node["description"].GetString() ?? "";
        var isTold = Array.Exists(Conflicts, word => told.Contains(word, StringComparison.OrdinalIgnoreCase));
        var words = isTold
            ? told.Split([' ', '.', ',', '`', '\'', '"', '(', ')', ':', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Select(FieldNames.Fold)
                .ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var field in call.RequestShape.Fields)
        {
            if (field.ReadOnly || field.WriteOnly || call.Kind.Shape.Find(field.Name) is null
                || call.Kind.IdentifierWays.Any(way => way is [var own] && own == field.Name))
                continue;
            if (words.Contains(FieldNames.Fold(field.Name)) || IsCalledUnique(call.Kind.Model.Spec, field.Schema))
                names.Add((field.Name, Encoding.UTF8.GetBytes(field.Name)));
        }
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

    private static bool IsCalledUnique(ApiSpec spec, RawNode schema) => Says(schema) || Says(spec.Resolve(schema));

    private static bool Says(RawNode schema) =>
        schema["description"].GetString() is { } text
            && (text.Contains("must be unique", StringComparison.OrdinalIgnoreCase) || text.StartsWith("unique ", StringComparison.OrdinalIgnoreCase)
            || text.Contains(" is unique", StringComparison.OrdinalIgnoreCase));
}
