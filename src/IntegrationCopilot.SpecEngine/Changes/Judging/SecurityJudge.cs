namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges what lets a caller in: whoever came with enough before must still be let in.</summary>
internal sealed class SecurityJudge(Comparison comparison)
{
    private const string Scopes = "scopes";

    /// <summary>What is asked for, or a part of it.</summary>
    public Verdict OfRequirement(Place place)
    {
        var (list, alternative) = (place, place);
        while (list.Name != "security" || list.Parent!.Shape is null) (alternative, list) = (list, list.Parent!);
        var (old, @new) = (Alternatives(list.Parent!, isOld: true), Alternatives(list.Parent!, isOld: false));
        List<IReadOnlyDictionary<string, HashSet<string>>> refused = [.. old.Where(a => !@new.Exists(b => IsEnough(a, b)))];
        if (list != place) refused = RefusedBy(alternative, list, refused, @new);
        return Verdict.Of(refused.Count > 0 ? SecurityChangeRules.Tightened : SecurityChangeRules.Loosened, Words(refused.Count > 0 ? refused : old),
            Words(@new));
    }

    /// <summary>Those whom this part shuts out: one that came shuts out nobody, unless nothing was asked before.</summary>
    private List<IReadOnlyDictionary<string, HashSet<string>>> RefusedBy(
        Place alternative, Place list, List<IReadOnlyDictionary<string, HashSet<string>>> refused,
        List<IReadOnlyDictionary<string, HashSet<string>>> @new)
    {
        if (alternative.IsAdded) return list.Old.Count == 0 ? refused : [];
        var before = Schemes(alternative.Old, isOld: true);
        return @new.Exists(b => IsEnough(before, b)) ? [] : [before];
    }

    /// <summary>The way in which credentials are got and sent.</summary>
    public Verdict OfScheme(FieldChange change)
    {
        var scheme = change.Owner;
        while (!scheme.Is(ShapeNames.SecurityScheme)) scheme = scheme.Parent!;
        var (field, name, became) = (Excerpt.Of(change.IsEntry ? change.Place.Name : change.Field), Excerpt.Of(scheme.Name), PlaceWords.Became(change.Place));
        if (change.Field is "description" or "bearerFormat" || (change.IsEntry && change.Field == Scopes && !change.Place.IsAdded && !change.Place.IsRemoved))
            return change.Documentation();
        if (change.Field == "deprecated") return ChangeJudge.OfDeprecation(change.Place, PlaceWords.Of(scheme));
        if (!IsUsed(comparison.Old.Spec, scheme.Name) || !IsUsed(comparison.New.Spec, scheme.NewName))
            return Verdict.Of(SecurityChangeRules.SchemeUnused, field, name, became);
        var isExtended = change.Place.IsAdded && (change.IsEntry || change.Owner.Is("OAuth Flows Object") || change.Field == "refreshUrl");
        return Verdict.Of(isExtended ? SecurityChangeRules.SchemeExtended : SecurityChangeRules.SchemeChanged, field, name, became);
    }

    private static bool IsUsed(ApiSpec spec, string scheme) =>
        spec.Operations.Any(o => o.Security.Any(a => a.Requirements.Any(r => string.Equals(r.SchemeName, scheme, StringComparison.Ordinal))));

    /// <summary>Whether who has all of the first has all that the second asks for.</summary>
    private static bool IsEnough(IReadOnlyDictionary<string, HashSet<string>> has, IReadOnlyDictionary<string, HashSet<string>> asked) =>
        asked.All(scheme => has.TryGetValue(scheme.Key, out var scopes) && scheme.Value.IsSubsetOf(scopes));

    /// <summary>What holds for the operation: its own, or the document's. Nothing asked is one alternative that everybody meets.</summary>
    private List<IReadOnlyDictionary<string, HashSet<string>>> Alternatives(Place owner, bool isOld)
    {
        var root = isOld ? comparison.Old.Root : comparison.New.Root;
        var own = (isOld ? owner.Old : owner.New)["security"];
        var list = own.IsDefined ? own : root["security"];
        List<IReadOnlyDictionary<string, HashSet<string>>> all = [.. list.Children.Select(a => Schemes(a, isOld))];
        return all.Count == 0 ? [new Dictionary<string, HashSet<string>>(StringComparer.Ordinal)] : all;
    }

    private Dictionary<string, HashSet<string>> Schemes(RawNode alternative, bool isOld)
    {
        Dictionary<string, HashSet<string>> schemes = new(StringComparer.Ordinal);
        foreach (var scheme in alternative.Children)
            schemes[isOld ? comparison.Components.NewName("securitySchemes", scheme.Name) : scheme.Name] =
                [.. scheme.Children.Select(s => s.GetString() ?? "")];
        return schemes;
    }

    private static string Words(IEnumerable<IReadOnlyDictionary<string, HashSet<string>>> alternatives) =>
        string.Join(" or ", alternatives.Select(Words).Take(4));

    private static string Words(IReadOnlyDictionary<string, HashSet<string>> alternative) => alternative.Count == 0
        ? "no credentials"
        : string.Join(" and ", alternative.Select(s => PlaceWords.Quoted(s.Key) + (s.Value.Count == 0 ? "" : $" ({PlaceWords.List(s.Value)})")));
}
