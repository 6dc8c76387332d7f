namespace IntegrationCopilot.Validator;

/// <summary>Other ways to read the values of a path: where several parameters share a segment, what stands between them may be part of a value as
/// well.</summary>
internal static class PathReadings
{
    /// <summary>Bounds what one path can cost.</summary>
    private const int Most = 200;

    /// <summary>Whether paths of the template can be read in several ways.</summary>
    public static bool HasSeveral(PathTemplate template) => template.Segments.Any(segment => segment.Names.Count > 1);

    /// <summary>The readings, the usual one among them.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">Values in template order, read in one way.</param>
    public static IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> Of(PathTemplate template, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        IEnumerable<IEnumerable<string>> readings = [[]];
        var taken = 0;
        foreach (var segment in template.Segments.Where(segment => !segment.IsLiteral))
        {
            var own = values.Skip(taken).Take(segment.Names.Count).Select(value => value.Value).ToList();
            taken += segment.Names.Count;
            List<string[]> ways = own.Count < 2 ? [[.. own]] : [.. segment.Readings(segment.Fill(own)).Take(Most)];
            readings = readings.SelectMany(_ => ways, (before, way) => before.Concat(way));
        }

        return readings.Take(Most).Select(reading => reading.Select((text, i) => KeyValuePair.Create(values[i].Key, text)).Concat(values.Skip(taken)).ToList());
    }
}
