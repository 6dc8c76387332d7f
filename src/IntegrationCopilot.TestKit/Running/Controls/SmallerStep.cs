using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// The same mistake in a smaller body: an API that refuses the whole for a rule between fields which no document tells may take less of it, and then a
/// refusal says something again.
/// </summary>
internal static class SmallerStep
{
    /// <summary>The step with what an API accepted, and with the member that the mistake is about; null where the bodies cannot be made smaller
    /// alike.</summary>
    /// <param name="step">A step with a control that was refused.</param>
    /// <param name="accepted">A smaller control that succeeded.</param>
    public static TestStep? Of(TestStep step, StepRequest accepted)
    {
        if (Members(step.Control?.Body) is not { } whole || Members(accepted.Body) is not { } less || step.Request is not { } request) return null;
        if (Members(request.Body) is not { } broken) return step with { Control = accepted };
        if (broken.Count == 0) return step with { Control = accepted };
        var kept = less.Keys.Concat(whole.Keys.Union(broken.Keys).Where(name => !IsSame(whole, broken, name))).ToHashSet(StringComparer.Ordinal);
        var same = less.Where(member => IsSame(whole, broken, member.Key)).ToDictionary();
        var smaller = step with { Control = With(step.Control!, whole, kept, same), Request = With(request, broken, kept, same) };
        return kept.Count >= whole.Count && same.All(member => member.Value.GetRawText() == whole[member.Key].GetRawText()) ? null : smaller;
    }

    private static Dictionary<string, JsonElement>? Members(StepBody? body)
    {
        if (body is not { Json: { ValueKind: JsonValueKind.Object } json }) return null;
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
        return members;
    }

    private static bool IsSame(Dictionary<string, JsonElement> whole, Dictionary<string, JsonElement> broken, string name) =>
        whole.TryGetValue(name, out var before) && broken.TryGetValue(name, out var after) && before.GetRawText() == after.GetRawText();

    /// <summary>A request with some of its members; what the mistake is not about is as the API accepted it.</summary>
    private static StepRequest With(StepRequest request, Dictionary<string, JsonElement> members, HashSet<string> kept, Dictionary<string, JsonElement> same) =>
        request with
        {
            Body = request.Body! with
            {
                Json = AsJson.Element(members.Where(member => kept.Contains(member.Key))
                    .ToDictionary(member => member.Key, member => same.GetValueOrDefault(member.Key, member.Value))),
            },
        };
}
