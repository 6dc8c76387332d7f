using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>What a walk through a list gave.</summary>
/// <param name="Items">The items of all pages, in their order.</param>
/// <param name="Keys">What tells each apart, as JSON text.</param>
/// <param name="IsCut">Whether the list goes on beyond them, as far as is known.</param>
internal sealed record ListedItems(IReadOnlyList<JsonElement> Items, IReadOnlyList<string> Keys, bool IsCut)
{
    /// <summary>The keys as text, which is how paths name them.</summary>
    public IEnumerable<string> Texts => Keys.Select(key => Text(JsonElement.Parse(key)));

    /// <summary>What a step's walk gave; null when it walked through no list.</summary>
    public static ListedItems? Of(StepOutcome outcome)
    {
        if (outcome.Step.Walk is not { } walk) return null;
        var items = outcome.Exchanges.SelectMany(page => PageWalker.Items(walk, page) ?? []).ToList();
        return new(items, [.. items.Select(item => (JsonValues.Find(item, walk.KeyPointer ?? "") ?? item).GetRawText())],
            outcome.WalkIsCut || outcome.WalkStop is not null);
    }

    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
