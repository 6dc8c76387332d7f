using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One operation with what its template captures and under which servers it lives.</summary>
internal sealed class Route
{
    private readonly KeyValuePair<string, string>[] queryTerms;
    private readonly string? fragment;

    public Route(ApiOperation operation, IEnumerable<string> names, string suffix, IReadOnlySet<ServerPrefix> prefixes)
    {
        Operation = operation;
        Prefixes = prefixes;
        Names = [.. names.Select(name => NameOf(operation, name))];
        var parts = new UrlParts(suffix);
        queryTerms = [.. FormFields.Parse(parts.Query).Select(f => new KeyValuePair<string, string>(f.Name, PercentCoding.Decode(f.Raw, plusIsSpace: true)))];
        fragment = parts.Fragment.IsEmpty ? null : parts.Fragment.ToString();
    }

    public ApiOperation Operation { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlySet<ServerPrefix> Prefixes { get; }

    /// <summary>Whether the template has a query or fragment, which tells it from others with the same path.</summary>
    public bool HasSuffix => queryTerms.Length > 0 || fragment is not null;

    /// <summary>How well the template's own query and fragment fit those of the URL: the higher the better; negative when they do not.</summary>
    public int Fit(ReadOnlySpan<char> query, ReadOnlySpan<char> urlFragment)
    {
        if (!HasSuffix) return 0;
        if (fragment is not null && urlFragment.SequenceEqual(fragment)) return 1;
        if (queryTerms.Length == 0) return -1;
        var fields = FormFields.Parse(query);
        return queryTerms.All(t => fields.Any(f => f.Name == t.Key && PercentCoding.Decode(f.Raw, plusIsSpace: true) == t.Value)) ? queryTerms.Length : -1;
    }

    private static string NameOf(ApiOperation operation, string name)
    {
        var bare = PathTemplate.BareName(name);
        return bare != name && operation.Parameters.Any(p => p.Place == ParameterPlace.Path && p.Name == name) ? name : bare;
    }
}
