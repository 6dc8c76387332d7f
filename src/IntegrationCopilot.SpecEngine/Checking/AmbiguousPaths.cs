namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds paths that match the same URL without one being the more specific: <c>/{a}/me</c> and <c>/books/{id}</c>.</summary>
internal static class AmbiguousPaths
{
    private const string Variable = "{}";
    private const int MaxComparisons = 500_000;

    public static void Check(CheckContext context, List<PathTemplate> templates)
    {
        var comparisons = 0;
        foreach (var group in templates.Where(t => t.Skeleton.Contains(Variable, StringComparison.Ordinal)).GroupBy(t => t.Segments.Length))
        {
            PathTemplate[] paths = [.. group];
            for (var i = 1; i < paths.Length; i++)
                for (var j = 0; j < i; j++)
                {
                    if (++comparisons > MaxComparisons) return;
                    if (Example(paths[i], paths[j]) is not { } example || !SharesMethod(context, paths[i], paths[j])) continue;
                    context.Report(PathRules.Ambiguous, paths[i].Node, Excerpt.Of(example), Excerpt.Of(paths[i].Text), Excerpt.Of(paths[j].Text),
                        paths[j].Node.Location.Line);
                    break;
                }
        }
    }

    private static bool SharesMethod(CheckContext context, PathTemplate left, PathTemplate right) =>
        left.Methods(context).Intersect(right.Methods(context), StringComparer.Ordinal).Any();

    /// <summary>A path both match while each has a fixed segment where the other has a variable; null when there is none.</summary>
    private static string? Example(PathTemplate left, PathTemplate right)
    {
        var (leftFixed, rightFixed, differs) = (false, false, false);
        for (var i = 0; i < left.Segments.Length; i++)
        {
            var (a, b) = (left.Segments[i], right.Segments[i]);
            if (a == b) continue;
            if (a == Variable) rightFixed = true;
            else if (b == Variable) leftFixed = true;
            else if (a.Contains(Variable, StringComparison.Ordinal) && b.Contains(Variable, StringComparison.Ordinal) && Overlap(a, b)) differs = true;
            else return null;
        }
        if (!((leftFixed && rightFixed) || (differs && leftFixed == rightFixed))) return null;
        return string.Join('/', left.Segments.Zip(right.Segments, (a, b) => Fill(a == Variable ? b : a)));
    }

    /// <summary>Whether two segments with variables between fixed text can be the same text: judged by their beginnings and ends.</summary>
    private static bool Overlap(string a, string b)
    {
        var (aStart, bStart) = (a[..a.IndexOf('{', StringComparison.Ordinal)], b[..b.IndexOf('{', StringComparison.Ordinal)]);
        var (aEnd, bEnd) = (a[(a.LastIndexOf('}') + 1)..], b[(b.LastIndexOf('}') + 1)..]);
        return (aStart.StartsWith(bStart, StringComparison.Ordinal) || bStart.StartsWith(aStart, StringComparison.Ordinal))
            && (aEnd.EndsWith(bEnd, StringComparison.Ordinal) || bEnd.EndsWith(aEnd, StringComparison.Ordinal));
    }

    private static string Fill(string segment) => segment.Replace(Variable, "1", StringComparison.Ordinal);
}
