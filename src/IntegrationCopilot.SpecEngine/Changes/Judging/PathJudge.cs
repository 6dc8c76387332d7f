namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges paths and operations, webhooks and callbacks.</summary>
internal static class PathJudge
{
    public static Verdict Of(FieldChange change, ParameterJudge parameters)
    {
        var place = change.Place;
        if (!change.Owner.Is(ShapeNames.PathItem)) return OfPath(change);
        if (!change.IsEntry && place.Is(ShapeNames.Operation)) return OfOperation(change);
        return change.Field switch
        {
            "parameters" => parameters.OfList(change),
            "servers" => ServerJudge.OfList(change),
            "additionalOperations" => OfOperation(change),
            _ => change.Documentation(),
        };
    }

    /// <summary>A webhook or callback that came or went.</summary>
    public static Verdict OfDelivery(FieldChange change) =>
        Verdict.Of(change.Place.IsRemoved ? OperationChangeRules.WebhookRemoved : OperationChangeRules.WebhookAdded, Excerpt.Of(change.Place.Name));

    /// <summary>A path that is written differently.</summary>
    public static Verdict OfName(Place place, Comparison comparison)
    {
        var (old, @new) = (place.Name, place.NewName);
        var rule = PathMatches.Shape(old) == PathMatches.Shape(@new) ? OperationChangeRules.PathRenamed
            : HaveSameAddress(old, @new, comparison) ? OperationChangeRules.PathRebased : OperationChangeRules.PathMoved;
        return Verdict.Of(rule, Excerpt.Of(old), Excerpt.Of(@new));
    }

    private static bool HaveSameAddress(string old, string @new, Comparison comparison)
    {
        var olds = Addresses(comparison.Old.Spec, old);
        return olds.Count > 0 && olds.IsSubsetOf(Addresses(comparison.New.Spec, @new));
    }

    private static HashSet<string> Addresses(ApiSpec spec, string path) =>
        [.. spec.Servers.Select(server => server.Url.TrimEnd('/') + PathMatches.Shape(path))];

    private static Verdict OfPath(FieldChange change)
    {
        var place = change.Place;
        if (!place.Either.IsObject) return change.Other();
        if (UseOf.IsDelivery(place)) return OfDelivery(change);
        var operations = place.Use.Operations.Value.Select(o => o.Split(' ')[0]).ToList();
        var words = operations.Count == 0 ? "no operation" : PlaceWords.List(operations);
        return Verdict.Of(place.IsRemoved ? OperationChangeRules.PathRemoved : OperationChangeRules.PathAdded, Excerpt.Of(place.Name), words);
    }

    private static Verdict OfOperation(FieldChange change)
    {
        var place = change.Place;
        if (UseOf.IsDelivery(place)) return OfDelivery(change);
        var name = $"{Excerpt.Of(place.Name.ToUpperInvariant())} {Excerpt.Of(change.Owner.Name)}";
        return Verdict.Of(place.IsRemoved ? OperationChangeRules.OperationRemoved : OperationChangeRules.OperationAdded, name);
    }
}
