using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>What alternatives are called in messages.</summary>
internal static class BranchNames
{
    public static string Of(SchemaNode[] branches, int branch)
    {
        var source = branches[branch].Source;
        if (source["$ref"].GetString() is { Length: > 1 } reference)
        {
            var name = Uri.UnescapeDataString(reference[(reference.LastIndexOfAny(['/', '#']) + 1)..]);
            if (name.Length > 0) return ValueText.Shorten(name);
        }
        return source["title"].GetString() is { Length: > 0 } title
            ? $"'{ValueText.Shorten(title)}'"
            : string.Create(CultureInfo.InvariantCulture, $"alternative {branch + 1}");
    }
}
