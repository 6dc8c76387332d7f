using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The field <c>id</c> of things whose paths take another name of theirs: the API gives every new thing its own.</summary>
internal sealed class SecondIdentifier
{
    private const string Field = "id";
    private readonly IdentifierMaker maker;

    private SecondIdentifier(ThingKind kind, ThingField field, JsonNode known)
    {
        var schema = kind.Model.Schemas.For(field.Schema, MessageDirection.Response);
        maker = new IdentifierMaker(kind.Model.Samples, field.Schema, default, json => schema.IsValid(json), Field, known);
    }

    /// <summary>That of a resource; null when it has none.</summary>
    public static SecondIdentifier? Of(ThingKind kind) =>
        kind.IdentifierWays.Count > 0 && kind.IdentifierWays.All(way => way is not [Field, ..]) && kind.Sample[Field] is JsonValue known
        && kind.Shape.Find(Field) is { Schema.IsDefined: true } field ? new SecondIdentifier(kind, field, known) : null;

    /// <summary>Gives a new thing its own, unless the client sent one.</summary>
    public async ValueTask SetAsync(JsonObject thing, JsonObject? sent, ThingKey all, IMockStore store, CancellationToken cancellationToken)
    {
        if (sent?.ContainsKey(Field) == true || !thing.ContainsKey(Field)) return;
        var number = await store.NextAsync($"{all.Collection}\u001F{Field}", maker.First, cancellationToken);
        if (maker.Make(number, out var fits) is { } made && fits) thing[Field] = made;
    }
}
