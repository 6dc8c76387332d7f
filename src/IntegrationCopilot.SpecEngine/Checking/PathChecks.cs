namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks the paths of a description, each alone and all together.</summary>
internal static class PathChecks
{
    public static void Paths(CheckContext context, RawNode paths)
    {
        List<PathTemplate> templates = [];
        foreach (var member in paths.Children)
        {
            if (member.NameBytes.StartsWith("x-"u8) || member.NameEquals("$ref"u8)) continue;
            var path = new PathTemplate(member);
            templates.Add(path);
            Alone(context, path);
        }
        Together(context, templates);
        AmbiguousPaths.Check(context, templates);
    }

    private static void Alone(CheckContext context, PathTemplate path)
    {
        var (node, text) = (path.Node, path.Text);
        var shown = Excerpt.Of(text);
        if (!text.StartsWith('/')) context.Report(PathRules.NoSlash, node, shown, Excerpt.Of(text.TrimStart()));
        var plain = path.Filled;
        if (plain.Contains('?')) context.Report(PathRules.NotPath, node, shown, "a query", "Describe query parameters with in: query.");
        else if (plain.Contains('#')) context.Report(PathRules.NotPath, node, shown, "a fragment", "Fragments are not sent to servers; remove it.");
        PathCharacters.Check(context, path);
        if (Unusual(plain) is { } unusual) context.Report(PathRules.Unusual, node, shown, unusual);
        if (!path.IsWellFormed) context.Report(PathRules.BadTemplate, node, shown);
    }

    private static string? Unusual(string path)
    {
        if (path.Contains("//", StringComparison.Ordinal) && !path.Contains("://", StringComparison.Ordinal)) return "a double slash";
        foreach (var segment in path.AsSpan().Split('/'))
            if (path.AsSpan()[segment] is "." or "..") return "dot segments";
        return path.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? "an encoded slash" : null;
    }

    private static void Together(CheckContext context, List<PathTemplate> templates)
    {
        Dictionary<string, PathTemplate> seen = new(templates.Count, StringComparer.Ordinal);
        foreach (var path in templates)
        {
            if (seen.TryAdd(path.Skeleton, path)) continue;
            var first = seen[path.Skeleton];
            if (first.Text == path.Text) continue;
            var shared = path.Methods(context).Intersect(first.Methods(context), StringComparer.Ordinal).FirstOrDefault();
            context.Report(PathRules.Duplicate, path.Node, Excerpt.Of(path.Text), Excerpt.Of(first.Text), first.Node.Location.Line,
                shared is null ? "" : $" Both have {shared}, so the first one is always met.");
        }
        foreach (var path in templates)
            if (path.Skeleton.Length > 1 && path.Skeleton.EndsWith('/') && seen.TryGetValue(path.Skeleton[..^1], out var twin))
                context.Report(PathRules.TrailingSlash, path.Node, Excerpt.Of(path.Text), Excerpt.Of(twin.Text), twin.Node.Location.Line);
    }
}

/// <summary>A path as the checks need it.</summary>
internal sealed class PathTemplate
{
    public PathTemplate(RawNode node)
    {
        Node = node;
        Text = node.Name;
        (Skeleton, IsWellFormed) = Reduce(Text);
        Segments = Skeleton.Split('/');
    }

    public RawNode Node { get; }

    public string Text { get; }

    /// <summary>The path with every variable written <c>{}</c>.</summary>
    public string Skeleton { get; }

    public bool IsWellFormed { get; }

    public string[] Segments { get; }

    /// <summary>The path with a letter for every variable.</summary>
    public string Filled => Skeleton.Replace("{}", "x", StringComparison.Ordinal);

    public IEnumerable<string> Methods(CheckContext context) =>
        context.Documents.Resolve(Node).Children.Where(m => HttpMethods.Of(m, context.Edition) is not null).Select(m => m.Name);

    private static (string Skeleton, bool IsWellFormed) Reduce(string text)
    {
        var skeleton = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        var isWellFormed = true;
        foreach (var c in text)
        {
            if (c == '{' && depth++ == 0) skeleton.Append("{}");
            else if (c == '{') isWellFormed = false;
            else if (c == '}' && depth > 0) depth--;
            else if (c == '}') isWellFormed = false;
            else if (depth == 0) skeleton.Append(c);
        }
        return (skeleton.ToString(), isWellFormed && depth == 0);
    }
}
