namespace IntegrationCopilot.Validator;

/// <summary>Places in JSON documents, matched against the way from the root to a value.</summary>
internal sealed class JsonPaths
{
    /// <summary>The most steps a path may have.</summary>
    public const int MaxSteps = 32;

    private const string AnyStep = "*";

    private readonly string[][] paths;

    /// <exception cref="ArgumentException">A path is empty or has more than 32 steps.</exception>
    public JsonPaths(IEnumerable<string> paths)
    {
        this.paths = [.. paths.Select(Parse)];
        Depth = this.paths.Select(path => path.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Length of the longest path.</summary>
    public int Depth { get; }

    /// <summary>Whether a path leads to the value at the end of these steps.</summary>
    public bool Match(ReadOnlySpan<JsonStep> steps)
    {
        foreach (var path in paths)
        {
            if (path.Length == steps.Length && Matches(path, steps)) return true;
        }

        return false;
    }

    private static bool Matches(string[] path, ReadOnlySpan<JsonStep> steps)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (!string.Equals(path[i], AnyStep, StringComparison.Ordinal) && !steps[i].Is(path[i])) return false;
        }

        return true;
    }

    private static string[] Parse(string path)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var fromRoot = steps is ["$", .. var rest] ? rest : steps;
        return fromRoot.Length is > 0 and <= MaxSteps
            ? fromRoot
            : throw new ArgumentException($"'{path}' is not a path of 1 to {MaxSteps} steps.", nameof(path));
    }
}

/// <summary>One step into a JSON container: a property or an index.</summary>
internal struct JsonStep
{
    public bool IsIndex { get; init; }

    public string? Name { get; set; }

    public int Index { get; set; }

    public readonly bool Is(string step) => IsIndex ? int.TryParse(step, out var index) && index == Index : string.Equals(step, Name, StringComparison.Ordinal);
}
