using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What is known of payments where the document describes no resource that they are: what it shows, and what clients paid.</summary>
internal sealed class UnkeptPayments(StateModel model, ThingKeeper keeper)
{
    private const string Paid = "\u001Fpaid";
    private const int MaxDepth = 16;
    private readonly Lazy<(HashSet<string> Names, decimal Largest)> shown = new(() => Shown(model));

    /// <summary>Whether any answer of the document, or the sample of an operation's own target, names a payment so.</summary>
    public bool IsShown(string name) => shown.Value.Names.Contains(name);

    /// <summary>The most that can have been taken: what the document shows, or what a client has paid.</summary>
    public async ValueTask<decimal> LargestAsync(CancellationToken cancellationToken) =>
        Math.Max(shown.Value.Largest, Read(await keeper.Store.FindAsync(Paid, Paid, cancellationToken)));

    /// <summary>Notes what a client has paid.</summary>
    public async ValueTask NoteAsync(JsonNode? body, CancellationToken cancellationToken)
    {
        if (Amounts.OfThing(body as JsonObject) is not { } amount) return;
        var known = await keeper.Store.FindAsync(Paid, Paid, cancellationToken);
        if (amount > Read(known))
            await keeper.Store.PutAsync(
                (known ?? new MockThing { Collection = Paid, Id = Paid }) with { Owner = amount.ToString(CultureInfo.InvariantCulture) }, cancellationToken);
    }

    private static decimal Read(MockThing? kept) =>
        kept is not null && decimal.TryParse(kept.Owner, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private static (HashSet<string> Names, decimal Largest) Shown(StateModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var largest = 0m;
        foreach (var operation in model.Spec.Operations)
        {
            foreach (var body in ShownBodies.Of(operation, model.Samples))
            {
                largest = Math.Max(largest, Amounts.OfThing(body as JsonObject) ?? 0);
                if (operation.Facts.OfType<RefundFact>().Any()) Collect(body, names, 0);
            }
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.Place is ParameterPlace.Path or ParameterPlace.Query))
                Collect(JsonTrees.Parse(model.Samples.ForParameter(parameter).Json), names, 0);
            if (operation.FindResponse(StatusChoice.Success(operation))?.Content.FirstOrDefault(content => content.IsJson) is not { } media) continue;
            foreach (var example in media.Examples) Collect(JsonTrees.Parse(example.Value.ToUtf8Json()), names, 0);
            Collect(JsonTrees.Parse(model.Samples.ForBody(media, MessageDirection.Response).Json), names, 0);
        }
        return (names, largest);
    }

    private static void Collect(JsonNode? node, HashSet<string> names, int depth)
    {
        if (depth > MaxDepth) return;
        if (node is JsonObject members)
            foreach (var (_, value) in members) Collect(value, names, depth + 1);
        else if (node is JsonArray items)
            foreach (var item in items) Collect(item, names, depth + 1);
        else if (node.ScalarText() is { } text) names.Add(text);
    }
}
