namespace IntegrationCopilot.TestKit;

/// <summary>What a reader wants to know of a cause, a line each, for reports that hold text.</summary>
internal static class DefectFacts
{
    public static IEnumerable<string> Of(CaseCause cause)
    {
        yield return cause.Text;
        if (cause.Ground is { } ground) yield return $"ground: {ground}";
        if (cause.Curl is { } curl) yield return $"again: {curl}";
        yield return $"next: {cause.NextStep}";
    }
}
