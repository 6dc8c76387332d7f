namespace IntegrationCopilot.SpecEngine;

/// <summary>Pairs the members of two objects: by name, and where names are free to change without changing a message, by what they mean.</summary>
internal sealed class MemberPairs(Comparison comparison)
{
    public IEnumerable<(RawNode Old, RawNode New)> Of(Place place) => place.Shape!.Name switch
    {
        ShapeNames.Paths => PathMatches.Of(place.Old, place.New),
        ShapeNames.Content => ByKey(place, member => MediaTypeName.Parse(member.Name).Essence, member => MediaTypeName.Parse(member.Name).Essence),
        ShapeNames.SecurityRequirement => ByKey(place, member => comparison.Components.NewName("securitySchemes", member.Name), member => member.Name),
        "map 'headers'" => ByKey(place, Lower, Lower),
        _ => ByName(place.Old, place.New),
    };

    private static IEnumerable<(RawNode Old, RawNode New)> ByName(RawNode old, RawNode @new)
    {
        foreach (var member in @new.Children)
            if (IsLast(@new, member)) yield return (old[member.Name], member);
        foreach (var member in old.Children)
            if (IsLast(old, member) && !@new[member.Name].IsDefined) yield return (member, default);
    }

    /// <summary>Those of the same name, then those left that have the same key.</summary>
    private static IEnumerable<(RawNode Old, RawNode New)> ByKey(Place place, Func<RawNode, string> oldKey, Func<RawNode, string> newKey)
    {
        var left = place.Old.Children.Where(m => IsLast(place.Old, m) && !place.New[m.Name].IsDefined).ToList();
        foreach (var (old, @new) in ByName(place.Old, place.New))
        {
            if (!@new.IsDefined) continue;
            var same = old.IsDefined ? -1 : left.FindIndex(m => oldKey(m) == newKey(@new));
            yield return (same < 0 ? old : left[same], @new);
            if (same >= 0) left.RemoveAt(same);
        }
        foreach (var member in left) yield return (member, default);
    }

    /// <summary>Names of HTTP fields are the same in any case (RFC 9110, section 5.1).</summary>
    private static string Lower(RawNode member) => member.Name.ToLowerInvariant();

    private static bool IsLast(RawNode container, RawNode member) => container[member.Name] == member;
}
