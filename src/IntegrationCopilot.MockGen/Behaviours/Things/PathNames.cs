namespace IntegrationCopilot.MockGen;

/// <summary>Parameters of path templates.</summary>
internal static class PathNames
{
    /// <summary>Names of the parameters, in order.</summary>
    public static IReadOnlyList<string> Of(string? path)
    {
        var names = new List<string>();
        for (var start = path?.IndexOf('{', StringComparison.Ordinal) ?? -1; start >= 0; start = path!.IndexOf('{', start + 1))
        {
            var end = path!.IndexOf('}', start);
            if (end < 0) break;
            names.Add(path[(start + 1)..end].Trim('+', '*', '/', '#', '.', ';', '?', '&'));
            start = end;
            if (start + 1 >= path.Length) break;
        }
        return names;
    }
}
