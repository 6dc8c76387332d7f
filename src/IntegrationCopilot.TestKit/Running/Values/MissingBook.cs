using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Everything that nobody gave in a run, and who waits for it.</summary>
internal sealed class MissingBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Name, bool IsCredential), (MissingValue Value, HashSet<string> Cases)> missing = [];

    /// <summary>What is missing, what most cases wait for first.</summary>
    public IReadOnlyList<MissingValue> All
    {
        get
        {
            lock (gate)
                return [.. missing.Values.Select(entry => entry.Value with { Cases = entry.Cases.Count }).OrderByDescending(value => value.Cases)
                    .ThenBy(value => value.Name, StringComparer.Ordinal)];
        }
    }

    public void Note(TestVariable variable, string caseId) =>
        Note(new MissingValue(variable.Name, IsCredential: false, variable.Secret, variable.Description, variable.Secret ? null : variable.Default, 0), caseId);

    /// <param name="scheme">Name of the security scheme.</param>
    /// <param name="description">What it is.</param>
    /// <param name="caseId">The case that waits for it.</param>
    public void NoteCredential(string scheme, string description, string caseId) =>
        Note(new MissingValue(scheme, IsCredential: true, Secret: true, description, null, 0), caseId);

    private void Note(MissingValue value, string caseId)
    {
        lock (gate)
        {
            if (!missing.TryGetValue((value.Name, value.IsCredential), out var entry)) missing[(value.Name, value.IsCredential)] = entry = (value, []);
            entry.Cases.Add(caseId);
        }
    }
}
