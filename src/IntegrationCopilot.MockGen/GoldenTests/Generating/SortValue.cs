using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A value by which a list is sorted.</summary>
/// <param name="Value">The value as it is sent.</param>
/// <param name="Field">The field it names, as items write it.</param>
/// <param name="Descending">The direction it names; null when it names none.</param>
internal sealed record SortValue(string Value, string Field, bool? Descending)
{
    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal) { "sort", "sortby", "order", "orderby", "sortfield", "ordering" };

    private static readonly (string End, bool Descending)[] Ends =
    [
        (":asc", false), (":desc", true), (" asc", false), (" desc", true), (".asc", false), (".desc", true), ("_asc", false), ("_desc", true),
        ("-asc", false), ("-desc", true),
    ];

    /// <summary>Whether a query parameter of that name says by which field a list is sorted.</summary>
    public static bool IsSort(string name) => Parameters.Contains(string.Concat(NameWords.Of(name)));

    /// <summary>What a value means: the name of a field, alone or with a direction; null when it names none.</summary>
    public static SortValue? Of(string value, Func<string, (string Name, RawNode Schema)?> find)
    {
        if (value.Length > 1 && value[0] is '-' or '+' && find(value[1..]) is { } signed) return new(value, signed.Name, value[0] == '-');
        foreach (var (end, isDown) in Ends)
            if (value.EndsWith(end, StringComparison.OrdinalIgnoreCase) && find(value[..^end.Length]) is { } named) return new(value, named.Name, isDown);
        return find(value) is { } plain ? new(value, plain.Name, null) : null;
    }
}
