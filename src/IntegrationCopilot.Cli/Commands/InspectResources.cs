using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>Resources as <c>inspect</c> tells them to people: a line each, children beneath their parents.</summary>
internal static class InspectResources
{
    public static void Write(TextLines lines, ResourceModel model)
    {
        if (model.Resources.Count == 0) return;
        lines.Empty();
        lines.Markup($"[bold]Resources[/] ({model.Resources.Count}), {Count(model.Dependencies.Count)} between calls");
        foreach (var resource in model.Resources) lines.Markup(Line(resource));
    }

    private static string Line(ApiResource resource)
    {
        var depth = 1;
        for (var above = resource.Parent; above is not null; above = above.Parent) depth++;
        var kind = resource.Kind == ResourceKind.Collection ? "" : $" [grey]({InspectWords.Of(resource.Kind)})[/]";
        var place = (resource.ItemPath ?? resource.CollectionPath) is { } path ? $"  {PlainMarkup.Of(path)}" : "";
        var sure = resource.Confidence < 0.8 ? " [yellow](assumed)[/]" : "";
        return $"{new string(' ', depth * 2)}{PlainMarkup.Of(resource.Name)}{kind}{place}  [grey]{PlainMarkup.Of(string.Join(", ", Roles(resource)))}{PlainMarkup.Of(Identifier(resource))}[/]{sure}";
    }

    private static string Identifier(ApiResource resource) => resource.Identifier is not { } identifier ? ""
        : identifier.Field is { } field ? $"; {identifier.Parameter} is {field}" : $"; named by {identifier.Parameter}";

    private static IEnumerable<string> Roles(ApiResource resource)
    {
        if (resource.Create is not null) yield return "create";
        if (resource.List is not null) yield return "list";
        if (resource.Read is not null) yield return "read";
        if (resource.Update is not null) yield return "update";
        if (resource.Replace is not null) yield return "replace";
        if (resource.Delete is not null) yield return "delete";
        foreach (var action in resource.Actions.Take(6)) yield return action.Path[(action.Path.TrimEnd('/').LastIndexOfAny(['/', ':']) + 1)..];
        if (resource.Actions.Count > 6) yield return $"and {resource.Actions.Count - 6} more";
    }

    private static string Count(int links) => links == 1 ? "1 link" : $"{links} links";
}
