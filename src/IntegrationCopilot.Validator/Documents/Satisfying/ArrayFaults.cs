namespace IntegrationCopilot.Validator;

/// <summary>Why no array has the items that a conjunction asks for.</summary>
internal static class ArrayFaults
{
    private const int MostPlaces = 10;

    public static Fault? Of(Satisfaction satisfaction, Conjunction all, int level)
    {
        var parts = all.Parts.Where(p => p.Arrays is not null).ToList();
        if (parts.Count == 0) return null;
        var least = parts.MaxBy(p => p.Arrays!.MinItems)!;
        var most = parts.MinBy(p => p.Arrays!.MaxItems)!;
        var (min, max) = (least.Arrays!.MinItems, most.Arrays!.MaxItems);
        if (min > max)
            return least == most
                ? Fault.Told
                : new Fault($"an array has at least {min} items by {Fault.Name(least, "minItems")}, and at most {max} by {Fault.Name(most, "maxItems")}");
        foreach (var part in parts)
        {
            if (part.Arrays!.Contains is { } contains && part.Arrays.MinContains > 0)
            {
                if (part.Arrays.MinContains > max)
                    return new Fault($"{Fault.Name(part, "contains")} asks for an item, and {Fault.Name(most, "maxItems")} allows {max}");
                if (satisfaction.FaultOf(contains) is not null) return Fault.Told;
            }
            if (part.Arrays.UniqueItems && Different(parts) is { } count && min > count.Most)
                return new Fault(
                    $"an array has at least {min} items by {Fault.Name(least, "minItems")}, all different by {Fault.Name(part, "uniqueItems")}, and there are {count.Most} values by {Fault.Name(count.Part, "enum")}");
        }
        return Items(satisfaction, parts, min, level);
    }

    /// <summary>An item that has to be there, and that nothing can be.</summary>
    private static Fault? Items(Satisfaction satisfaction, List<SchemaNode> parts, int min, int level)
    {
        for (var place = 0; place < Math.Min(min, MostPlaces); place++)
        {
            var items = parts.Select(p => place < p.Arrays!.Prefix.Length ? p.Arrays.Prefix[place] : p.Arrays.Rest).OfType<SchemaNode>().Distinct().ToList();
            if (items.Count == 0) continue;
            if (items.Find(Satisfaction.IsNothing) is { } nothing)
                return new Fault($"{Least(parts)} asks for an item in place {place + 1}, and the schema of line {nothing.Source.Location.Line} allows none");
            if (items.Exists(item => satisfaction.FaultOf(item) is not null)) return Fault.Told;
            if (items.Count > 1 && satisfaction.FaultOf(Conjunction.Of(items), level + 1) is { } fault)
                return fault.IsTold ? fault : new Fault($"{Least(parts)} asks for an item, and of an item {fault.Reason}");
        }
        return null;
    }

    private static string Least(List<SchemaNode> parts) => Fault.Name(parts.MaxBy(p => p.Arrays!.MinItems)!, "minItems");

    /// <summary>How many different items there can be at most, by a list of values; null when there is none.</summary>
    private static (int Most, SchemaNode Part)? Different(List<SchemaNode> parts)
    {
        foreach (var part in parts)
            if (part.Arrays is { Prefix.Length: 0, Rest: { } rest }
                && Conjunction.Of(rest).Parts.FirstOrDefault(p => p.Enum is not null) is { Enum: { } values, AcceptsNull: false } listed)
                return (values.Count, listed);
        return null;
    }
}
