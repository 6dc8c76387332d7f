using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Chooses the status of an answer that nobody asked to be another.</summary>
internal static class StatusChoice
{
    private static readonly int[] Creating = [201, 200, 202, 204];
    private static readonly int[] Deleting = [204, 200, 202];
    private static readonly int[] Others = [200, 201, 202, 204];

    /// <summary>
    /// The best success an operation describes; where it describes none, a redirection, then what it has; 200 where it describes nothing. Where it describes a
    /// switch of protocols only, 426 (RFC 9110, section 15.5.22).
    /// </summary>
    public static int Success(ApiOperation operation)
    {
        var codes = operation.Responses.Select(r => Code(r.Status)).OfType<int>().ToList();
        var wanted = operation.Method switch { "POST" => Creating, "DELETE" => Deleting, _ => Others };
        foreach (var status in wanted)
            if (codes.Contains(status)) return status;
        if (codes.Where(c => c is >= 200 and <= 299).Order().FirstOrDefault() is > 0 and var success) return success;
        if (Has(operation, "2XX")) return 200;
        if (codes.Where(c => c is >= 300 and <= 399).Order().FirstOrDefault() is > 0 and var redirection) return redirection;
        if (Has(operation, "default")) return 200;
        if (codes.Exists(c => c < 200)) return 426;
        return codes.Where(c => c >= 200).Order().FirstOrDefault() is > 0 and var any ? any : 200;
    }

    /// <summary>
    /// The status for a request that does not conform: the one of 400 and 422 that is described, 400 when both or neither are. A path that leads to nothing is
    /// 404 where that alone is described.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="inPath">Whether nothing but the path is wrong.</param>
    public static int Invalid(ApiOperation operation, bool inPath)
    {
        var codes = operation.Responses.Select(r => Code(r.Status)).OfType<int>().ToList();
        if (codes.Contains(400)) return 400;
        if (codes.Contains(422)) return 422;
        return inPath && codes.Contains(404) && !Has(operation, "4XX") && !Has(operation, "default") ? 404 : 400;
    }

    private static bool Has(ApiOperation operation, string status) => operation.Responses.Any(r => r.Status.Equals(status, StringComparison.OrdinalIgnoreCase));

    private static int? Code(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 100 and <= 599 ? code : null;
}
