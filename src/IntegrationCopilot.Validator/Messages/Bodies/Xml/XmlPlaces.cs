namespace IntegrationCopilot.Validator;

/// <summary>Where the values of an XML body stand, by their JSON Pointers: <c>body/shop/station[2]/@id</c>.</summary>
internal sealed class XmlPlaces(string root)
{
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);

    public void Add(string pointer, string path) => paths.TryAdd(pointer, path);

    /// <summary>The place of a value, or of a member that it lacks.</summary>
    public string Of(string pointer, string? missing)
    {
        var path = paths.GetValueOrDefault(pointer, "");
        if (missing is not null) path = paths.GetValueOrDefault(Beneath(pointer, missing)) ?? $"{path}/{missing}";
        return root + path;
    }

    /// <summary>The pointer of a member.</summary>
    public static string Beneath(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
