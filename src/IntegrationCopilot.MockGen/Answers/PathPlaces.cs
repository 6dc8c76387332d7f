namespace IntegrationCopilot.MockGen;

/// <summary>Compares path templates by place: parameters are alike whatever they are called, and a slash at the end says nothing.</summary>
internal static class PathPlaces
{
    /// <summary>Whether a path is another one, or lies beneath it.</summary>
    public static bool IsWithin(string path, string above)
    {
        var (steps, wanted) = (Steps(path), Steps(above));
        if (steps.Length < wanted.Length) return false;
        for (var i = 0; i < wanted.Length; i++)
            if (!AreAlike(steps[i], wanted[i])) return false;
        return true;
    }

    /// <summary>How many steps a path has: paths of other lengths are never one.</summary>
    public static int Depth(string path) => Steps(path).Length;

    /// <summary>Whether two paths are the same but for the names of their parameters.</summary>
    public static bool AreOne(string one, string other) => IsWithin(one, other) && IsWithin(other, one);

    /// <summary>Whether a URL can be one of both paths.</summary>
    public static bool MayBeOne(string one, string other)
    {
        var (steps, others) = (Steps(one), Steps(other));
        return steps.Length == others.Length && steps.Zip(others).All(pair => IsOpen(pair.First) || IsOpen(pair.Second) || pair.First == pair.Second);
    }

    private static string[] Steps(string path) => path.Split('?', '#')[0].Trim('/').Split('/');

    private static bool IsOpen(string step) => step.Contains('{', StringComparison.Ordinal);

    /// <summary>What follows a parameter, such as the extension of a file or a verb behind a colon, changes nothing of what it names.</summary>
    private static bool AreAlike(string step, string wanted) => step == wanted || (step.StartsWith('{') && wanted.StartsWith('{') && Count(step) == Count(wanted));

    private static int Count(string step) => step.AsSpan().Count('{');
}
