namespace IntegrationCopilot.MockGen;

/// <summary>Finds what is impossible in an override before a request meets it.</summary>
internal static class OverrideChecks
{
    private static readonly string[] Managed = ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "TE", "Trailer"];

    /// <summary>What is impossible, in one sentence; null when nothing is.</summary>
    public static string? FaultOf(MockOverride answer)
    {
        if (answer.Status is < 200 or > 599) return $"A status is a number from 200 to 599, not {answer.Status}.";
        if (answer.Times < 1) return $"An override answers at least one request, not {answer.Times}.";
        if (answer.Delay < TimeSpan.Zero) return "A delay is not negative.";
        if (!StructuredText.IsFieldValue(answer.ContentType)) return $"'{answer.ContentType}' is no media type.";
        foreach (var (name, value) in answer.Headers)
        {
            if (!HeaderAnswers.IsName(name) || (value.Length > 0 && !StructuredText.IsFieldValue(value))) return $"'{name}: {value}' is no header field.";
            if (Managed.Contains(name, StringComparer.OrdinalIgnoreCase)) return $"The header field '{name}' belongs to the connection and cannot be set.";
        }
        return null;
    }
}
