namespace IntegrationCopilot.TestKit;

/// <summary>What a run was not given, as options that can be pasted behind the command.</summary>
internal static class MissingLines
{
    private const int ShortEnough = 80;

    public static IEnumerable<string> Of(IReadOnlyList<MissingValue> missing)
    {
        if (missing.Count == 0) yield break;
        yield return "";
        yield return "not given; with these more can be tested";
        var width = missing.Max(value => Option(value).Length);
        foreach (var value in missing) yield return $"  {Option(value).PadRight(width)}  # {Cases(value)}{About(value)}";
    }

    private static string Option(MissingValue value)
    {
        var text = $"{value.Name}=…";
        return $"{(value.IsCredential ? "--api-key" : "--var")} {(text.All(StandsAlone) ? text : $"'{text.Replace("'", "", StringComparison.Ordinal)}'")}";
    }

    private static bool StandsAlone(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '=' or '…';

    private static string Cases(MissingValue value) => value.Cases == 1 ? "1 case" : $"{value.Cases} cases";

    private static string About(MissingValue value)
    {
        var about = value.Description is { } description ? $": {description.TrimEnd('.')}" : "";
        var secret = value is { Secret: true, IsCredential: false } ? ", a secret" : "";
        return value.Example is { Length: > 0 and <= ShortEnough } example ? $"{secret}{about}, such as {example}" : $"{secret}{about}";
    }
}
