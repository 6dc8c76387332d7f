namespace IntegrationCopilot.SpecEngine;

/// <summary>Pairs the members of two objects: by name, and where names are free to change without changing a message, by what they mean.</summary>
internal sealed class MemberPairs(Comparison comparison)
{
    public IEnumerable<(RawNode Old, RawNode New)> Of(Place place) => place.Shape!.Name switch
    {
        ShapeNames.Paths => PathMatches.Of(place.Old, place.New),
        ShapeNames.Content => ByMeaning(place, AreAlike),
        ShapeNames.SecurityRequirement => ByMeaning(place, (old, @new) => comparison.Components.NewName("securitySchemes", old) == @new),
        // Names of HTTP fields are the same in any case (RFC 9110, section 5.1).
        "map 'headers'" => ByMeaning(place, (old, @new) => string.Equals(old, @new, StringComparison.OrdinalIgnoreCase)),
        _ => ByName(place.Old, place.New),
    };

    private static IEnumerable<(RawNode Old, RawNode New)> ByName(RawNode old, RawNode @new)
    {
        foreach (var member in @new.Children)
            if (IsLast(@new, member)) yield return (old[member.Name], member);
        foreach (var member in old.Children)
            if (IsLast(old, member) && !@new[member.Name].IsDefined) yield return (member, default);
    }

    /// <summary>Those of the same name, then those left whose names mean the same.</summary>
    private static IEnumerable<(RawNode Old, RawNode New)> ByMeaning(Place place, Func<string, string, bool> areSame)
    {
        var left = place.Old.Children.Where(m => IsLast(place.Old, m) && !place.New[m.Name].IsDefined).ToList();
        foreach (var (old, @new) in ByName(place.Old, place.New))
        {
            if (!@new.IsDefined) continue;
            var same = old.IsDefined ? -1 : left.FindIndex(m => areSame(m.Name, @new.Name));
            yield return (same < 0 ? old : left[same], @new);
            if (same >= 0) left.RemoveAt(same);
        }
        foreach (var member in left) yield return (member, default);
    }

    /// <summary>A media type with other parameters, or a range in whose place one of its types stands.</summary>
    private static bool AreAlike(string old, string @new)
    {
        var (one, other) = (MediaTypeName.Parse(old), MediaTypeName.Parse(@new));
        return one.Essence == other.Essence || (one.IsRange && one.Contains(other)) || (other.IsRange && other.Contains(one));
    }

    private static bool IsLast(RawNode container, RawNode member) => container[member.Name] == member;
}
