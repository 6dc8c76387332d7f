using IntegrationCopilot.SpecEngine;
using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Words why nothing matched a request: the operations that come nearest, and field by field what differs. The facts are the validator's.</summary>
internal static class RouteProblems
{
    private const int MaxDifferences = 10;

    /// <summary>What was wrong, with the nearest operation.</summary>
    public static string Detail(string reason, RouteExplanation explanation)
    {
        if (explanation.Nearest is not [var nearest, ..]) return reason;
        var route = nearest.Differences.Where(d => d.Finding is null).Select(Tell).ToList();
        return route.Count == 0 ? reason : $"{reason} The nearest operation is {OperationNames.Of(nearest.Operation)}: {string.Join("; ", route)}.";
    }

    /// <summary>The member <c>nearest</c> of a problem.</summary>
    public static void Write(Utf8JsonWriter writer, RouteExplanation explanation)
    {
        if (explanation.Nearest.Count == 0) return;
        writer.WriteStartArray("nearest");
        foreach (var nearby in explanation.Nearest) Write(writer, nearby);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, NearbyOperation nearby)
    {
        writer.WriteStartObject();
        writer.WriteString("operation", nearby.Operation.Id);
        if (nearby.Operation.OperationId is { } id) writer.WriteString("operationId", id);
        writer.WriteStartArray("differences");
        foreach (var difference in nearby.Differences.Take(MaxDifferences))
        {
            writer.WriteStartObject();
            writer.WriteString("where", difference.Where);
            writer.WriteString("detail", Tell(difference));
            if (difference.Expected is not null) writer.WriteString("expected", difference.Expected);
            if (difference.Actual is not null) writer.WriteString("actual", difference.Actual);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Tell(RouteDifference difference) => difference.Finding?.Message ?? difference.Kind switch
    {
        RouteDifferenceKind.Server => $"the path begins with '{difference.Expected}'",
        RouteDifferenceKind.PathSegment => $"the segment '{difference.Actual}' is '{difference.Expected}' there",
        RouteDifferenceKind.MissingSegment => $"the segment '{difference.Expected}' is missing",
        RouteDifferenceKind.SurplusSegment => $"the segment '{difference.Actual}' is too many",
        RouteDifferenceKind.Method => $"the method is {difference.Expected}, not {difference.Actual}",
        _ => $"{difference.Where} differs",
    };
}
