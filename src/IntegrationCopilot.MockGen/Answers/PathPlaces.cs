namespace IntegrationCopilot.MockGen;

/// <summary>Compares path templates by place: parameters are alike whatever they are called, and a slash at the end says nothing.</summary>
internal static class PathPlaces
{
    /// <summary>Whether a path is another one, or lies beneath it.</summary>
    public static bool IsWithin(string path, string above)
    {
        var steps = StepsOf(path);
        var wanted = StepsOf(above);
        while (wanted.MoveNext())
            if (!steps.MoveNext() || !AreAlike(steps.Current, wanted.Current)) return false;
        return true;
    }

    /// <summary>How many steps a path has: paths of other lengths are never one.</summary>
    public static int Depth(string path)
    {
        var depth = 0;
        for (var steps = StepsOf(path); steps.MoveNext();) depth++;
        return depth;
    }

    /// <summary>Whether two paths are the same but for the names of their parameters.</summary>
    public static bool AreOne(string one, string other) => IsWithin(one, other) && IsWithin(other, one);

    /// <summary>Whether a URL can be one of both paths.</summary>
    public static bool MayBeOne(string one, string other)
    {
        var steps = StepsOf(one);
        var others = StepsOf(other);
        while (steps.MoveNext())
            if (!others.MoveNext() || !(IsOpen(steps.Current) || IsOpen(others.Current) || steps.Current.SequenceEqual(others.Current))) return false;
        return !others.MoveNext();
    }

    private static PathSteps StepsOf(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        return new PathSteps((end < 0 ? path : path.AsSpan(0, end)).Trim('/'));
    }

    private static bool IsOpen(ReadOnlySpan<char> step) => step.Contains('{');

    /// <summary>What follows a parameter, such as the extension of a file or a verb behind a colon, changes nothing of what it names.</summary>
    private static bool AreAlike(ReadOnlySpan<char> step, ReadOnlySpan<char> wanted) =>
        step.SequenceEqual(wanted) || (step.StartsWith("{") && wanted.StartsWith("{") && step.Count('{') == wanted.Count('{'));

    /// <summary>Goes through the steps of a path; an empty path has one, which is empty.</summary>
    private ref struct PathSteps(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> rest = rest;
        private bool isDone;

        public ReadOnlySpan<char> Current { get; private set; }

        public bool MoveNext()
        {
            if (isDone) return false;
            var end = rest.IndexOf('/');
            isDone = end < 0;
            Current = isDone ? rest : rest[..end];
            rest = isDone ? default : rest[(end + 1)..];
            return true;
        }
    }
}
