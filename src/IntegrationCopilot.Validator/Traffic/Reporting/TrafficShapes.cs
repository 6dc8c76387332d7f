using System.Text.RegularExpressions;

namespace IntegrationCopilot.Validator;

/// <summary>What is alike in places and paths that differ in an index or an identifier only.</summary>
internal static partial class TrafficShapes
{
    private const int MaxPath = 200;

    /// <summary><c>body.items[2].amount</c> as <c>body.items[].amount</c>.</summary>
    public static string OfWhere(string where) => where.Contains('[', StringComparison.Ordinal) ? Index().Replace(where, "[]") : where;

    /// <summary>Message and place, without the place within a body.</summary>
    public static string OfPlace(UnknownPlace place)
    {
        var message = place.Direction == MessageDirection.Response ? "response" : "request";
        return place.Where.StartsWith("body/", StringComparison.Ordinal) ? $"{message} body, in part" : $"{message} {place.Where}";
    }

    /// <summary>Method and path, with identifiers as <c>{}</c>.</summary>
    public static string OfRequest(RecordedRequest request)
    {
        var path = new UrlParts(request.Url).Path.ToString();
        path = path.Length > MaxPath ? path[..MaxPath] : path;
        return $"{request.Method} {string.Join('/', path.Split('/').Select(segment => IsIdentifier(segment) ? "{}" : segment))}";
    }

    private static bool IsIdentifier(string segment) => segment.Any(char.IsAsciiDigit) && !Version().IsMatch(segment);

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Index();

    [GeneratedRegex("^v[0-9]+(?:[.][0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
