namespace IntegrationCopilot.Validator;

/// <summary>Schemas that one value must meet together: a schema, what its <c>$ref</c> leads to, and the parts of <c>allOf</c>.</summary>
internal sealed class Conjunction
{
    private const int MostParts = 100;
    private readonly List<SchemaNode> parts = [];

    private Conjunction(IEnumerable<SchemaNode> roots)
    {
        HashSet<SchemaNode> seen = [];
        Stack<(SchemaNode Node, bool AllowsNull)> open = new(roots.Reverse().Select(root => (root, false)));
        while (open.TryPop(out var next))
        {
            var (node, allowsNull) = next;
            if (!seen.Add(node)) continue;
            if (parts.Count == MostParts) { IsWhole = false; return; }
            parts.Add(node);
            // What stands under a nullable schema does not concern null.
            Kinds &= node.Types | (allowsNull ? KindMask.Null : KindMask.None);
            MayBeNull &= allowsNull || MeetsNull(node);
            if (node.InPlace is not { } inPlace) continue;
            foreach (var part in inPlace.AllOf.Reverse()) open.Push((part, allowsNull || node.AcceptsNull));
            if (inPlace.Reference is { } reference) open.Push((reference, allowsNull || node.AcceptsNull));
        }
        if (!MayBeNull) Kinds &= ~KindMask.Null;
    }

    public IReadOnlyList<SchemaNode> Parts => parts;

    /// <summary>The kinds that every part lets be, and perhaps more.</summary>
    public KindMask Kinds { get; private set; } = KindMask.All;

    /// <summary>Whether null may meet all parts.</summary>
    public bool MayBeNull { get; private set; } = true;

    /// <summary>Whether no part was left out because there are too many.</summary>
    public bool IsWhole { get; private set; } = true;

    public static Conjunction Of(params IEnumerable<SchemaNode> roots) => new(roots);

    /// <summary>With a further schema.</summary>
    public Conjunction And(SchemaNode schema) => new(parts.Append(schema));

    private static bool MeetsNull(SchemaNode node) =>
        node.AcceptsNull || (node.Types.Has(ValueKind.Null) && node.Enum?.Kinds.Has(ValueKind.Null) != false && node.Const?.Kinds.Has(ValueKind.Null) != false);
}
