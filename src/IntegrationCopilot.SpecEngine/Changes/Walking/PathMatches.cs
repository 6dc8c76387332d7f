using System.Text.RegularExpressions;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Which path of one version is which of the other: of the same text, else but for the names in braces or a version, else by the ids of its
/// operations.</summary>
internal static partial class PathMatches
{
    public static IReadOnlyList<(RawNode Old, RawNode New)> Of(RawNode old, RawNode @new)
    {
        HashSet<RawNode> olds = [.. old.Children.Where(m => IsPath(m) && !@new[m.Name].IsDefined)];
        HashSet<RawNode> news = [.. @new.Children.Where(m => IsPath(m) && !old[m.Name].IsDefined)];
        Dictionary<RawNode, RawNode> partners = [];
        Pair(olds, news, partners, path => [Shape(path.Name)]);
        Pair(olds, news, partners, path => [Versions().Replace(Shape(path.Name), "/{version}")]);
        Pair(olds, news, partners, Ids);
        List<(RawNode Old, RawNode New)> pairs = [];
        foreach (var path in @new.Children.Where(IsLast))
            pairs.Add((partners.TryGetValue(path, out var partner) ? partner : old[path.Name], path));
        pairs.AddRange(old.Children.Where(IsLast).Where(m => !@new[m.Name].IsDefined && (!IsPath(m) || olds.Contains(m))).Select(m => (m, default(RawNode))));
        return pairs;
    }

    /// <summary>The names in braces, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string path) => [.. Braces().Matches(path).Select(match => match.Value[1..^1])];

    /// <summary>The path without the names in braces.</summary>
    public static string Shape(string path) => Braces().Replace(path, "{}");

    private static bool IsPath(RawNode member) => member.IsObject && member.Name.StartsWith('/') && IsLast(member);

    private static bool IsLast(RawNode member) => member.Parent[member.Name] == member;

    private static void Pair(HashSet<RawNode> olds, HashSet<RawNode> news, Dictionary<RawNode, RawNode> partners, Func<RawNode, IEnumerable<string>> keysOf)
    {
        var waiting = new Dictionary<string, RawNode>(StringComparer.Ordinal);
        foreach (var path in olds)
            foreach (var key in keysOf(path)) waiting.TryAdd(key, path);
        foreach (var path in news.ToArray())
        {
            var key = keysOf(path).FirstOrDefault(k => waiting.TryGetValue(k, out var found) && olds.Contains(found));
            if (key is null) continue;
            partners[path] = waiting[key];
            olds.Remove(waiting[key]);
            news.Remove(path);
        }
    }

    private static IEnumerable<string> Ids(RawNode path) =>
        path.Children.Where(o => o.IsObject && o["operationId"].Kind == RawKind.String).Select(o => $"{o.Name} {o["operationId"].GetString()}");

    /// <summary>A step of a path that is a version: <c>v2</c>, <c>v1.1</c>, <c>v1beta3</c>, <c>2020-05-31</c>.</summary>
    [GeneratedRegex(@"/(v[0-9]+(\.[0-9]+)*((alpha|beta)[0-9]*)?|[0-9]{4}-[0-9]{2}-[0-9]{2})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Versions();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}
