using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Unfolds schemas into a <see cref="SchemaView"/>.</summary>
internal sealed class SchemaFlattener(SchemaReferences references, SchemaHeights heights)
{
    private const int MaxParts = 500;
    private static readonly Dictionary<RawNode, int> NoPicks = [];

    /// <summary>The schemas as one.</summary>
    /// <param name="schemas">All of which apply.</param>
    /// <param name="picks">Which branch to take, by <see cref="SchemaChoice.Keyword"/>; the first where it is silent.</param>
    /// <param name="avoid">Schemas that would be entered again; branches leading to them are tried last.</param>
    /// <param name="flattest">Whether the branch with the flattest values goes first, rather than the first written.</param>
    public SchemaView Flatten(IReadOnlyList<RawNode> schemas, IReadOnlyDictionary<RawNode, int>? picks, IReadOnlyCollection<RawNode> avoid, bool flattest) =>
        new Unfolding(references, heights, picks ?? NoPicks, avoid, flattest).Run(schemas);

    /// <summary>The schemas a value of this one certainly enters: the targets of its references, also through <c>allOf</c> and as the items of a list.</summary>
    public IEnumerable<RawNode> Enters(RawNode schema)
    {
        var open = new Queue<RawNode>([schema]);
        for (var seen = 0; seen < 32 && open.TryDequeue(out var node); seen++)
        {
            if (references.TryFollow(node, out var target))
            {
                yield return target;
                open.Enqueue(target);
            }
            foreach (var part in node["allOf"].Children) open.Enqueue(part);
            if (node["items"].IsObject) open.Enqueue(node["items"]);
        }
    }

    private sealed class Unfolding(SchemaReferences references, SchemaHeights heights, IReadOnlyDictionary<RawNode, int> picks, IReadOnlyCollection<RawNode> avoid, bool flattest)
    {
        private readonly List<RawNode> parts = [];
        private readonly HashSet<RawNode> seen = [];
        private readonly List<SchemaChoice> choices = [];
        private readonly List<RawNode> entered = [];
        private readonly Dictionary<string, string> discriminated = new(StringComparer.Ordinal);
        private readonly Stack<RawNode> open = new();
        private bool impossible;

        public SchemaView Run(IReadOnlyList<RawNode> schemas)
        {
            PushAll(schemas);
            while (open.TryPop(out var schema) && seen.Count < MaxParts)
                if (seen.Add(schema)) Unfold(schema);
            NameDerived();
            return new SchemaView { Parts = parts, Impossible = impossible, Choices = choices, Entered = entered, Discriminated = discriminated };
        }

        /// <summary>The first one will be unfolded first.</summary>
        private void PushAll(IEnumerable<RawNode> schemas)
        {
            foreach (var schema in schemas.Reverse()) open.Push(schema);
        }

        private void Unfold(RawNode schema)
        {
            impossible |= schema.Kind == RawKind.False;
            if (!schema.IsObject) return;
            var isReference = references.TryFollow(schema, out var target);
            if (isReference && target.IsDefined)
            {
                entered.Add(target);
                if (!references.SiblingsCount) { open.Push(target); return; }
            }
            parts.Add(schema);
            Choose(schema, "anyOf");
            Choose(schema, "oneOf");
            ChooseCondition(schema);
            PushAll(schema["allOf"].Children);
            if (isReference && target.IsDefined) open.Push(target);
        }

        private void Choose(RawNode schema, string keyword)
        {
            if (schema[keyword] is not { IsArray: true, Count: > 0 } written) return;
            var branches = written.Children.Select((branch, index) => (branch, index))
                .OrderBy(b => Rank(b.branch)).ThenBy(b => b.index).Select(b => b.branch).ToList();
            Pick(new SchemaChoice(written, branches.ConvertAll(IReadOnlyList<RawNode> (b) => [b])), out var picked);
            Discriminate(schema["discriminator"], branches[picked]);
        }

        private void ChooseCondition(RawNode schema)
        {
            if (schema["if"] is not { IsDefined: true } condition || !(schema["then"].IsDefined || schema["else"].IsDefined)) return;
            IReadOnlyList<RawNode> met = schema["then"] is { IsDefined: true } then ? [condition, then] : [condition];
            IReadOnlyList<RawNode> unmet = schema["else"] is { IsDefined: true } otherwise ? [otherwise] : [];
            Pick(new SchemaChoice(condition, [met, unmet]), out _);
        }

        private void Pick(SchemaChoice choice, out int picked)
        {
            picked = Math.Min(picks.GetValueOrDefault(choice.Keyword), choice.Branches.Count - 1);
            choices.Add(choice);
            PushAll(choice.Branches[picked]);
        }

        private int Rank(RawNode branch)
        {
            var height = heights.Of(branch);
            if (height >= SchemaHeights.Endless || branch.Kind == RawKind.False) return SchemaHeights.Endless;
            if (flattest) return height;
            return avoid.Count > 0 && references.TryFollow(branch, out var target) && avoid.Contains(target) ? 1 + height : 0;
        }

        /// <summary>With a branch of a discriminated choice goes the member that names it (OpenAPI 3.1, section 4.8.25).</summary>
        private void Discriminate(RawNode discriminator, RawNode branch)
        {
            if (PropertyOf(discriminator) is not { } property || branch["$ref"].GetString() is not { } reference) return;
            discriminated.TryAdd(property, NameOf(discriminator, reference) ?? LastSegment(reference));
        }

        /// <summary>A schema that includes a discriminated base by <c>allOf</c> is named by the base's member.</summary>
        private void NameDerived()
        {
            if (entered.Count == 0) return;
            foreach (var part in parts)
                if (PropertyOf(part["discriminator"]) is { } property && !part["oneOf"].IsDefined && !part["anyOf"].IsDefined)
                    discriminated.TryAdd(property, NameOf(part["discriminator"], entered[0].Name) ?? AnyName(part["discriminator"]) ?? entered[0].Name);
        }

        private static string? PropertyOf(RawNode discriminator) => discriminator["propertyName"].GetString() ?? discriminator.GetString();

        private static string? NameOf(RawNode discriminator, string reference)
        {
            foreach (var mapping in discriminator["mapping"].Children)
                if (mapping.GetString() is { } target && LastSegment(target) == LastSegment(reference)) return mapping.Name;
            return null;
        }

        private static string? AnyName(RawNode discriminator) => discriminator["mapping"] is { Count: > 0 } mapping ? mapping.Children.First().Name : null;

        private static string LastSegment(string reference) => Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]);
    }
}
