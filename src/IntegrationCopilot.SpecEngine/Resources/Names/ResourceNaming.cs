namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives each resource a name of its own: its word, with the parent's before it where two would be alike, else with a number.</summary>
internal static class ResourceNaming
{
    public static void Name(IReadOnlyList<ResourceDraft> drafts)
    {
        var counts = drafts.CountBy(d => Plain(d.Words), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            var plain = Plain(draft.Words);
            var name = counts[plain] > 1 && draft.Parent is { } parent && taken.Contains(plain) ? $"{Plain(parent.Words)}_{plain}" : plain;
            var wanted = name;
            for (var i = 2; !taken.Add(name); i++) name = $"{wanted}_{i}";
            draft.Name = name;
        }
    }

    private static string Plain(List<string> words) => string.Join('_', words);
}
