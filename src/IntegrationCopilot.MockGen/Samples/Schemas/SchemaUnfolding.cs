using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// One unfolding of schemas: follows references and <c>allOf</c>, takes a branch of every choice, and turns what must be broken into what must be met. Not for
/// reuse.
/// </summary>
/// <param name="flattener">Knows the schemas.</param>
/// <param name="picks">Which branch to take; the first where it is silent.</param>
/// <param name="avoid">Schemas to enter last.</param>
/// <param name="flattest">Whether the branch with the flattest values goes first.</param>
/// <param name="certain">Whether no branch is taken where there are several.</param>
internal sealed class SchemaUnfolding(SchemaFlattener flattener, IReadOnlyDictionary<SchemaTerm, int>? picks, IReadOnlyCollection<RawNode> avoid, bool flattest,
    bool certain = false)
{
    private const int MaxParts = 500;

    /// <summary>Branches of <c>oneOf</c> up to which each is also tried with the others broken.</summary>
    private const int MaxExclusive = 6;

    private readonly List<PlacedPart> parts = [];
    private readonly HashSet<Demand> seen = [];
    private readonly List<SchemaChoice> choices = [];
    private readonly List<RawNode> entered = [];
    private readonly Dictionary<string, string> discriminated = new(StringComparer.Ordinal);
    private readonly Stack<Demand> open = new();
    private bool impossible;

    public SchemaView Run(IReadOnlyList<Demand> demands)
    {
        PushAll(demands);
        while (open.TryPop(out var demand) && seen.Count < MaxParts)
            if (seen.Add(demand)) Unfold(demand);
        SchemaDiscriminators.NameDerived(parts, entered, discriminated);
        return new SchemaView(parts, flattener.Navigator) { Impossible = impossible, Choices = choices, Entered = entered, Discriminated = discriminated };
    }

    /// <summary>The first one will be unfolded first.</summary>
    private void PushAll(IEnumerable<Demand> demands)
    {
        foreach (var demand in demands.Reverse()) open.Push(demand);
    }

    private void Unfold(Demand demand)
    {
        impossible |= demand.Schema.Kind == (demand.Negated ? RawKind.True : RawKind.False);
        if (!demand.Schema.IsObject) return;
        var place = demand.Place;
        var part = flattener.PartOf(demand.Schema);
        var targets = part.HasReference ? flattener.Navigator.Follow(place) : [];
        if (!demand.Negated) entered.AddRange(targets.Select(t => t.Schema));
        if (targets.Count > 0 && !flattener.Navigator.SiblingsCount)
        {
            PushAll(targets.Select(t => new Demand(t, demand.Negated)));
            return;
        }
        if (demand.Negated) Break(part, place);
        else Meet(part, place, targets);
    }

    private void Meet(SchemaPart part, SchemaPlace place, IReadOnlyList<SchemaPlace> targets)
    {
        parts.Add(new PlacedPart(part, place));
        Choose(part, place, part.AnyOf, exclusive: false);
        Choose(part, place, part.OneOf, exclusive: true);
        ChooseCondition(part, place);
        foreach (var (name, schema) in part.DependentSchemas) ChooseDependent(name, At(place, schema), part);
        if (part.Not.IsDefined) open.Push(At(place, new SchemaTerm(part.Not, Negated: true)));
        PushAll(part.AllOf.Select(a => At(place, a)));
        PushAll(targets.Select(t => new Demand(t)));
    }

    private void Break(SchemaPart part, SchemaPlace place)
    {
        var ways = new SchemaNegation(part, place, flattener.Navigator).Ways();
        impossible |= ways.Count == 0;
        if (ways.Count > 0) Pick(new SchemaChoice(new SchemaTerm(part.Node, Negated: true), ways), place, out _);
    }

    private Demand At(SchemaPlace place, SchemaTerm term) => new(flattener.Navigator.Enter(place, term.Node), term.Negated);

    private void Choose(SchemaPart part, SchemaPlace place, RawNode written, bool exclusive)
    {
        if (written is not { IsArray: true, Count: > 0 }) return;
        if (certain && written.Count > 1) return;
        var ranked = written.Children.Select((branch, index) => (Demand: At(place, new SchemaTerm(branch)), index))
            .OrderBy(b => Rank(b.Demand)).ThenBy(b => b.index).Select(b => b.Demand).ToList();
        var branches = ranked.ConvertAll(b => new SchemaBranch([b]));
        if (exclusive && ranked.Count is > 1 and <= MaxExclusive)
            branches.AddRange(ranked.Select(b => new SchemaBranch([b, .. ranked.Where(other => other != b).Select(other => other with { Negated = true })])));
        Pick(new SchemaChoice(new SchemaTerm(written), branches), place, out var picked);
        SchemaDiscriminators.Name(part.Discriminator, branches[picked].Demands[0].Schema, discriminated);
    }

    private void ChooseCondition(SchemaPart part, SchemaPlace place)
    {
        if (!part.If.IsDefined || !(part.Then.IsDefined || part.Else.IsDefined)) return;
        List<Demand> met = [At(place, new SchemaTerm(part.If))];
        List<Demand> unmet = [At(place, new SchemaTerm(part.If, Negated: true))];
        if (part.Then.IsDefined) met.Add(At(place, new SchemaTerm(part.Then)));
        if (part.Else.IsDefined) unmet.Add(At(place, new SchemaTerm(part.Else)));
        Pick(new SchemaChoice(new SchemaTerm(part.If), [new SchemaBranch(met), new SchemaBranch(unmet)]), place, out _);
    }

    /// <summary>A member that another schema depends on is there with it, or absent; there where it is described or required.</summary>
    private void ChooseDependent(string name, Demand dependent, SchemaPart part)
    {
        var present = new SchemaBranch([dependent], new SchemaPart { Required = [name] });
        var absent = new SchemaBranch([], new SchemaPart { Absent = [name] });
        var usual = part.Properties.ContainsKey(name) || parts.Any(p => p.Part.Required.Contains(name));
        Pick(new SchemaChoice(new SchemaTerm(dependent.Schema), usual ? [present, absent] : [absent, present]), dependent.Place, out _);
    }

    private void Pick(SchemaChoice choice, SchemaPlace place, out int picked)
    {
        picked = 0;
        if (certain && choice.Branches.Count > 1) return;
        picked = Math.Min(picks?.GetValueOrDefault(choice.Keyword) ?? 0, choice.Branches.Count - 1);
        choices.Add(choice);
        var branch = choice.Branches[picked];
        if (branch.Own is { } own) parts.Add(new PlacedPart(own, place));
        PushAll(branch.Demands);
    }

    private int Rank(Demand branch)
    {
        var height = flattener.Heights.Of(branch.Schema);
        if (height >= SchemaHeights.Endless || branch.Schema.Kind == RawKind.False) return SchemaHeights.Endless;
        if (flattest) return height;
        return avoid.Count > 0 && flattener.Navigator.Follow(branch.Place).Any(t => avoid.Contains(t.Schema)) ? 1 + height : 0;
    }
}
