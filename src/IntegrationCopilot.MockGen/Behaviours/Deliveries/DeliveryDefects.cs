using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>The names of defects in options and headers: <c>stale-timestamp</c>.</summary>
internal static class DeliveryDefects
{
    private static readonly Dictionary<string, DeliveryDefect> ByName = Enum.GetValues<DeliveryDefect>().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public static string NameOf(DeliveryDefect defect) => JsonNamingPolicy.KebabCaseLower.ConvertName(defect.ToString());

    /// <summary>The defect of a name; null when there is none.</summary>
    public static DeliveryDefect? Find(string name) => ByName.TryGetValue(name, out var defect) ? defect : null;
}
