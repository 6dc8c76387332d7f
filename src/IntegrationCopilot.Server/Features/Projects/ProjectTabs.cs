using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>
/// Makes a page a tab of every project. Its route starts with <c>/projects/{ProjectId:guid}</c>, and its content stands in a <c>ProjectFrame</c>.
/// </summary>
/// <param name="order">Where the tab stands, from left to right.</param>
/// <param name="label">What the tab says.</param>
/// <param name="icon">A Material icon.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ProjectTabAttribute(int order, string label, string icon) : Attribute
{
    public int Order { get; } = order;

    public string Label { get; } = label;

    public string Icon { get; } = icon;
}

/// <summary>One tab of a project.</summary>
internal sealed record ProjectTab(int Order, string Label, string Icon, string Template)
{
    public string HrefFor(Guid projectId) => Template.Replace(ProjectTabs.Parameter, projectId.ToString(), StringComparison.Ordinal);
}

/// <summary>The tabs that the pages of all features declare.</summary>
internal static class ProjectTabs
{
    public const string Parameter = "{ProjectId:guid}";
    public const string Root = $"/projects/{Parameter}";

    public static IReadOnlyList<ProjectTab> All { get; } = typeof(ProjectTabs).Assembly.GetTypes()
        .Select(type => (Tab: type.GetCustomAttribute<ProjectTabAttribute>(), Routes: type.GetCustomAttributes<RouteAttribute>()))
        .Where(page => page.Tab is not null)
        .Select(page => new ProjectTab(page.Tab!.Order, page.Tab.Label, page.Tab.Icon, page.Routes.Single().Template))
        .OrderBy(tab => tab.Order)
        .ToList();

    public static string HrefOf(Guid projectId) => Root.Replace(Parameter, projectId.ToString(), StringComparison.Ordinal);
}
