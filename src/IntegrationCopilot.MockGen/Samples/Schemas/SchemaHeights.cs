using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How deep the flattest value of a schema is: 0 for a scalar, <see cref="Endless"/> where every value would contain another of its kind.</summary>
/// <remarks>
/// Solved for all schemas reached through required members together: every height starts endless and comes down until nothing changes, so neither recursion nor
/// depth of references matters.
/// </remarks>
/// <param name="navigator">Follows references.</param>
/// <param name="filled">Whether lists need an item even where none is asked for.</param>
internal sealed class SchemaHeights(SchemaNavigator navigator, bool filled)
{
    public const int Endless = int.MaxValue / 4;
    private const int MaxRounds = 200;
    private static readonly string[] Alternatives = ["oneOf", "anyOf"];
    private static readonly string[] Applicators = ["allOf", "oneOf", "anyOf"];
    private readonly Dictionary<RawNode, int> heights = [];
    private readonly Lock gate = new();

    public int Of(RawNode schema)
    {
        lock (gate)
        {
            if (heights.TryGetValue(schema, out var known)) return known;
            Settle(Reach(schema));
            return heights[schema];
        }
    }

    private List<RawNode> Reach(RawNode start)
    {
        var found = new List<RawNode>();
        var open = new Stack<RawNode>([start]);
        while (open.TryPop(out var schema))
        {
            if (!heights.TryAdd(schema, Endless)) continue;
            found.Add(schema);
            foreach (var next in Needs(schema)) open.Push(next);
        }
        found.Reverse();
        return found;
    }

    private void Settle(List<RawNode> schemas)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var changed = false;
            foreach (var schema in schemas)
            {
                var height = Evaluate(schema);
                changed |= height < heights[schema];
                heights[schema] = height;
            }
            if (!changed) return;
        }
    }

    private int Evaluate(RawNode schema)
    {
        if (schema.Kind == RawKind.False) return Endless;
        if (!schema.IsObject) return 0;
        var target = TargetOf(schema);
        if (target.IsDefined && !navigator.SiblingsCount) return Known(target);
        if (EndsAnyway(schema)) return 0;
        var height = Math.Max(Known(target), OwnHeight(schema));
        foreach (var part in schema["allOf"].Children) height = Math.Max(height, Known(part));
        foreach (var keyword in Alternatives)
            if (schema[keyword] is { Count: > 0 } branches) height = Math.Max(height, branches.Children.Min(Known));
        return height;
    }

    private int OwnHeight(RawNode schema)
    {
        var height = 0;
        foreach (var member in RequiredMembers(schema)) height = Math.Max(height, Above(Known(member)));
        return NeedsItems(schema) ? Math.Max(height, Above(Known(schema["items"]))) : height;
    }

    private IEnumerable<RawNode> Needs(RawNode schema)
    {
        if (!schema.IsObject) yield break;
        if (TargetOf(schema) is { IsDefined: true } target)
        {
            yield return target;
            if (!navigator.SiblingsCount) yield break;
        }
        if (EndsAnyway(schema)) yield break;
        foreach (var keyword in Applicators)
            foreach (var part in schema[keyword].Children) yield return part;
        foreach (var member in RequiredMembers(schema)) yield return member;
        if (NeedsItems(schema) && schema["items"].IsDefined) yield return schema["items"];
    }

    /// <summary>Where a <c>$dynamicRef</c> leads depends on where it is met, which does not matter for how deep its values are as a rule.</summary>
    private RawNode TargetOf(RawNode schema) =>
        schema["$ref"].IsDefined && navigator.Follow(navigator.Enter(schema)) is [var target, ..] ? target.Schema : default;

    private static IEnumerable<RawNode> RequiredMembers(RawNode schema)
    {
        if (!Allows(schema, "object")) yield break;
        foreach (var name in schema["required"].Children)
            if (name.GetString() is { } text && schema["properties"].TryGet(text, out var member)) yield return member;
    }

    private bool NeedsItems(RawNode schema) => (schema["minItems"].GetInt64() > 0 || (filled && schema["items"].IsDefined)) && Allows(schema, "array");

    /// <summary>Whether a value needs not go deeper whatever else is said: it is listed, or may be null.</summary>
    private bool EndsAnyway(RawNode schema) =>
        schema["const"].IsDefined || schema["enum"].IsArray
        || (!filled && (schema["nullable"].GetBoolean() == true || (schema["type"] is { IsArray: true } types && types.Children.Any(t => t.IsString("null")))));

    private static bool Allows(RawNode schema, string type) => schema["type"] is not { IsDefined: true } declared || declared.IsString(type);

    private int Known(RawNode schema) => schema.IsDefined ? heights.GetValueOrDefault(schema) : 0;

    private static int Above(int height) => Math.Min(Endless, height + 1);
}
