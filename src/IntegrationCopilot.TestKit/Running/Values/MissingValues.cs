using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The values that nobody told: all of them are named at once.</summary>
internal sealed class MissingValues(MissingBook book, string caseId)
{
    private readonly List<string> names = [];
    private string? firstWhy;

    public void Add(TestVariable variable, string? why)
    {
        book.Note(variable, caseId);
        names.Add(variable.Description is { } text ? $"'{variable.Name}' ({text.TrimEnd('.')})" : $"'{variable.Name}'");
        firstWhy ??= why;
    }

    /// <exception cref="CaseStopException">At least one is missing: the case is skipped.</exception>
    public void ThrowIfAny()
    {
        if (names.Count == 0) return;
        names.Reverse();
        var what = names.Count == 1
            ? $"a value of this environment for {names[0]}"
            : $"values of this environment for {string.Join(", ", names.SkipLast(1))} and {names[^1]}";
        var why = firstWhy is null
            ? "the document names no call that tells what to take, and what is made up is good for the mock only"
            : $"the API told none ({firstWhy.TrimEnd('.')})";
        throw new CaseStopException($"It needs {what}: {why}.") { Status = CaseStatus.Skip };
    }
}
