using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What a partner has to build, as text. One of more than <see cref="MostEndpoints"/> endpoints comes a group at a time.</summary>
/// <param name="Version">The version of the description it was written from.</param>
/// <param name="Endpoints">How many endpoints and messages the whole of it covers.</param>
/// <param name="Groups">The groups they are in.</param>
/// <param name="Group">The group that the text is cut to; null when the text is the whole.</param>
/// <param name="Markdown">CommonMark with tables.</param>
public sealed record BlueprintView(int Version, int Endpoints, IReadOnlyList<OperationGroup> Groups, string? Group, string Markdown)
{
    /// <summary>More than a page in a browser can show without a wait.</summary>
    public const int MostEndpoints = 120;

    /// <summary>Messages stand behind the groups as if they were one.</summary>
    private const string Messages = "Messages you receive";

    /// <returns>Null when there is no such group.</returns>
    internal static BlueprintView? Of(int version, Blueprint whole, string? group)
    {
        var groups = whole.Groups.Select(part => new OperationGroup(part.Name, part.Endpoints.Count)).ToList();
        if (whole.Webhooks.Count > 0) groups.Add(new OperationGroup(Messages, whole.Webhooks.Count));
        var endpoints = groups.Sum(part => part.Count);
        var shown = group ?? (endpoints > MostEndpoints ? groups[0].Name : null);
        return shown is null || groups.Exists(part => part.Name == shown)
            ? new BlueprintView(version, endpoints, groups, shown, (shown is null ? whole : PartOf(whole, shown)).ToMarkdown())
            : null;
    }

    private static Blueprint PartOf(Blueprint whole, string group) => whole with
    {
        Groups = whole.Groups.Where(part => part.Name == group).ToList(),
        Webhooks = group == Messages ? whole.Webhooks : [],
    };
}
