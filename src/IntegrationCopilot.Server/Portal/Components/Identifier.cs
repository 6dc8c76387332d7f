using System.Globalization;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>Ids that join elements of one page, such as a card and its heading.</summary>
internal static class Identifier
{
    private static long s_last;

    /// <summary>An id no other element has.</summary>
    public static string Next() => string.Create(CultureInfo.InvariantCulture, $"p{Interlocked.Increment(ref s_last)}");
}
