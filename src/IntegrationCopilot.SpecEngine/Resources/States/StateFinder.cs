using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the fields that say in which state a thing is, the order of the states, and which action leads to which.</summary>
internal sealed class StateFinder(AnswerReader answers)
{
    private const int MaxStates = 60;

    private static readonly FrozenSet<string> First = FrozenSet.Create(StringComparer.Ordinal,
        "new", "created", "draft", "pending", "queued", "requested", "initial", "open", "opened", "todo", "submitted", "scheduled", "unpaid", "initialized",
        "waiting", "received", "requirespaymentmethod", "notstarted");

    private static readonly FrozenSet<string> Last = FrozenSet.Create(StringComparer.Ordinal,
        "completed", "complete", "done", "finished", "succeeded", "success", "failed", "failure", "error", "canceled", "cancelled", "closed", "deleted",
        "archived", "expired", "rejected", "refunded", "voided", "void", "terminated", "resolved", "delivered", "ended");

    private static readonly FrozenDictionary<string, string[]> Led = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["enable"] = ["enabled", "active"], ["disable"] = ["disabled", "inactive"], ["activate"] = ["active", "activated", "enabled"],
            ["deactivate"] = ["inactive", "deactivated", "disabled"], ["reactivate"] = ["active"],
        ["resume"] = ["active", "running", "resumed"], ["start"] = ["started", "running", "active", "inprogress"], ["stop"] = ["stopped"],
            ["open"] = ["open", "opened"], ["reopen"] = ["open", "reopened"], ["unarchive"] = ["active"],
        ["capture"] = ["captured", "completed", "succeeded"], ["cancel"] = ["canceled", "cancelled"], ["complete"] = ["completed", "complete", "done"],
            ["finish"] = ["finished", "completed", "done"], ["pay"] = ["paid"], ["void"] = ["voided", "void"],
        ["send"] = ["sent"], ["unsuspend"] = ["active"], ["restore"] = ["active", "restored"], ["hold"] = ["onhold", "held"], ["submit"] = ["submitted"],
            ["freeze"] = ["frozen"], ["withdraw"] = ["withdrawn"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public IReadOnlyList<ResourceState> Of(ResourceDraft draft)
    {
        if (!draft.Schema.IsDefined) return [];
        List<ResourceState> states = [];
        foreach (var field in answers.FieldsOf(draft.Schema).Values)
        {
            var values = Values(field);
            if (values.Count < 2) continue;
            var transitions = draft.Actions.Select(action => Transition(action, values)).OfType<StateTransition>().ToList();
            if (transitions.Count > 0 || IsStateName(field.Name))
                states.Add(new ResourceState("/" + field.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
                    Ordered(values), transitions, field));
        }
        return states;
    }

    private List<string> Values(RawNode field)
    {
        var list = answers.Resolve(field).FindMember("enum"u8);
        return list.Count is 0 or > MaxStates ? [] : [.. list.Children.Select(value => value.GetString()).OfType<string>()];
    }

    private static bool IsStateName(string name) => Words.Of(name) is { Count: > 0 } words && words[^1] is "status" or "state" or "phase" or "stage";

    private static StateTransition? Transition(ApiOperation action, List<string> values)
    {
        var words = PathSteps.Of(action.Path) is { Count: > 0 } steps ? EffectWords.WordsOf(steps[^1].Text) : [];
        if (words.Count == 0 || !EffectWords.TryGet(words[0], out var verb)) return null;
        var led = Led.TryGetValue(verb.Stem, out var known) ? known : [verb.Stem, .. VerbForms.Of(verb.Stem)];
        foreach (var wanted in led)
            if (values.Find(value => FoldedName.Of(value) == wanted) is { } value) return new StateTransition(action, value);
        return null;
    }

    /// <summary>Beginnings, what lies between in the document's order, ends.</summary>
    private static List<string> Ordered(List<string> values) =>
        [.. values.OrderBy(value => First.Contains(FoldedName.Of(value)) ? 0 : Last.Contains(FoldedName.Of(value)) ? 2 : 1)];
}
