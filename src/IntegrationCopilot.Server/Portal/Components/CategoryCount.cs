namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>What the cases of one category came to.</summary>
/// <param name="Name">The category's name for people.</param>
/// <param name="Passed">Cases that passed.</param>
/// <param name="Failed">Cases that failed.</param>
/// <param name="Warned">Cases that did not hold, on no firm ground or in an optional category.</param>
/// <param name="WithoutVerdict">Cases whose answer says nothing about what was asked.</param>
/// <param name="Errors">Cases of which nothing was learned.</param>
/// <param name="Skipped">Cases that were skipped.</param>
/// <param name="NotApplicable">Cases the document gives no ground for.</param>
public sealed record CategoryCount(string Name, int Passed, int Failed, int Warned, int WithoutVerdict, int Errors, int Skipped, int NotApplicable)
{
    public int Total => Passed + Failed + Warned + WithoutVerdict + Errors + Skipped + NotApplicable;

    /// <summary>The numbers in words: "3 passed, 1 failed".</summary>
    public string InWords()
    {
        (int Number, string Word)[] parts =
        [
            (Passed, "passed"), (Failed, "failed"), (Warned, Warned == 1 ? "warning" : "warnings"), (WithoutVerdict, "without verdict"),
            (Errors, Errors == 1 ? "error" : "errors"), (Skipped, "skipped"), (NotApplicable, "not applicable"),
        ];
        var said = parts.Where(part => part.Number > 0).Select(part => $"{part.Number} {part.Word}").ToArray();
        return said.Length == 0 ? "no cases" : string.Join(", ", said);
    }
}
