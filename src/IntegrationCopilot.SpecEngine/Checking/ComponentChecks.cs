using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks the description as a whole and its components.</summary>
internal static class ComponentChecks
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"u8);

    public static void Root(CheckContext context, RawNode root)
    {
        if (context.Edition >= OpenApiEdition.V31 && !root.FindMember("paths"u8).IsDefined && !root.FindMember("components"u8).IsDefined
            && !root.FindMember("webhooks"u8).IsDefined)
            context.Report(DescriptionRules.NothingDescribed, root);
        HashSet<string> tags = new(StringComparer.Ordinal);
        foreach (var tag in root.FindMember("tags"u8).Children)
            if (tag.FindMember("name"u8).GetString() is { } name && !tags.Add(name)) context.Report(DescriptionRules.DuplicateTag, tag, Excerpt.Of(name));
    }

    public static void Components(CheckContext context, RawNode components)
    {
        foreach (var shelf in components.Children)
        {
            if (shelf.NameBytes.StartsWith("x-"u8) || !shelf.IsObject) continue;
            foreach (var component in shelf.Children)
                if ((component.NameBytes.IsEmpty || component.NameBytes.ContainsAnyExcept(NameBytes)) && !component.NameEquals("$ref"u8))
                    context.Report(DescriptionRules.ComponentName, component, Excerpt.Of(component.Name));
        }
    }
}
