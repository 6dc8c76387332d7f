using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Finds schemas that nothing can meet, and the keyword that shows it. What it names is certain; what it does not name may be so too.</summary>
/// <remarks>Not for reuse: it counts what it looks at.</remarks>
internal sealed class SchemaContradictions(SampleTools tools)
{
    private const int MaxDepth = 12;
    private const int MaxLooked = 400;
    private readonly HashSet<Demand> path = [];
    private readonly SchemaTwins twins = new(tools.Flattener.Navigator);
    private int looked;

    /// <summary>Why nothing meets the schema; null when that is not known.</summary>
    public SampleNote? Find(RawNode schema) => schema.IsDefined ? Find([new Demand(tools.Flattener.Navigator.Enter(schema))], "", 0) : null;

    private SampleNote? Find(IReadOnlyList<Demand> demands, string pointer, int depth)
    {
        if (depth > MaxDepth || ++looked > MaxLooked || demands.Count == 0 || demands.All(d => tools.Judge.Meets(d, null))) return null;
        if (demands.Count == 1 && !path.Add(demands[0])) return null;
        var view = tools.Flattener.Certain(demands);
        var found = OfItself(view, demands, pointer) ?? OfLists(view, demands, pointer) ?? OfBounds(view, pointer) ?? OfMembers(view, pointer, depth)
            ?? OfBranches(view, demands, pointer, depth);
        if (demands.Count == 1) path.Remove(demands[0]);
        return found;
    }

    private static SampleNote? OfItself(SchemaView view, IReadOnlyList<Demand> demands, string pointer)
    {
        if (view.Impossible) return Note(demands.Where(d => d.Schema.Kind == RawKind.False).Append(demands[0]).First().Schema, pointer);
        if (view.Types == JsonTypes.None)
            return Note(view.Parts.Select(p => p.Part.Node["type"]).LastOrDefault(n => n.IsDefined) is { IsDefined: true } type ? type : demands[0].Schema,
                pointer);
        return view.Contradicts ? Note(demands[0].Schema, pointer) : null;
    }

    /// <summary>Of the values listed none does what is asked beside.</summary>
    private SampleNote? OfLists(SchemaView view, IReadOnlyList<Demand> demands, string pointer)
    {
        foreach (var (part, _) in view.Parts)
        {
            var listed = part.Const.IsDefined ? part.Const : part.Enum;
            if (listed.IsDefined && !GivenValues.Listed(part).Any(value => demands.All(d => tools.Judge.Meets(d, value.Value)))) return Note(listed, pointer);
        }
        return null;
    }

    private static SampleNote? OfBounds(SchemaView view, string pointer)
    {
        var (keyword, broken) = view.Types switch
        {
            JsonTypes.String => ("maxLength", view.MinLength > view.MaxLength),
            JsonTypes.Array => ("maxItems", view.MinItems > view.MaxItems),
            JsonTypes.Object => ("maxProperties", Math.Max(view.MinProperties, view.Required.Count) > view.MaxProperties),
            JsonTypes.Integer or JsonTypes.Number => ("maximum", NumberBounds.Of(view, view.Types == JsonTypes.Integer).HasNone),
            _ => ("", false),
        };
        return broken && view.Parts.Select(p => p.Part.Node[keyword]).FirstOrDefault(n => n.IsDefined) is { IsDefined: true } place
            ? Note(place, pointer)
            : null;
    }

    private SampleNote? OfMembers(SchemaView view, string pointer, int depth)
    {
        if (view.Types == JsonTypes.Object)
            foreach (var name in view.Required)
                if (view.Member(name) is var member && !member.Any(tools.Marks.IsHidden)
                    && Find(member, $"{pointer}/{InventedParts.Escape(name)}", depth + 1) is { } note)
                    return note;
        return view.Types == JsonTypes.Array && view.MinItems > 0 ? Find(view.Item(0), $"{pointer}/0", depth + 1) : null;
    }

    private SampleNote? OfBranches(SchemaView view, IReadOnlyList<Demand> demands, string pointer, int depth)
    {
        foreach (var (part, place) in view.Parts)
            foreach (var choice in (RawNode[])[part.AnyOf, part.OneOf])
                if (choice is { IsArray: true, Count: > 0 }
                    && choice.Children.All(b =>
                    HasTwin(choice, b) || Find([.. demands, new Demand(tools.Flattener.Navigator.Enter(place, b))], pointer, depth + 1) is not null))
                    return Note(choice, pointer);
        return null;
    }

    /// <summary>What meets a branch of <c>oneOf</c> meets another that says the same, so that it meets more than one.</summary>
    private bool HasTwin(RawNode choice, RawNode branch) =>
        choice.Name == "oneOf" && !choice.Parent["discriminator"].IsDefined && choice.Children.Any(other => other != branch && twins.Are(branch, other));

    private static SampleNote Note(RawNode keyword, string pointer) => new()
    {
        Kind = SampleNoteKind.Contradiction,
        Pointer = pointer,
        Keyword = keyword.Name,
        Source = keyword.IsDefined ? keyword.Location : null,
    };
}
