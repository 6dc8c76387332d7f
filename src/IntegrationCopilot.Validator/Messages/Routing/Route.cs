using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One operation with what its template captures and under which servers it lives.</summary>
internal sealed class Route
{
    private readonly QueryTerm[] queryTerms;
    private readonly string? fragment;

    public Route(ApiOperation operation, PathTemplate template, string suffix, IReadOnlySet<ServerPrefix> prefixes)
    {
        Operation = operation;
        Prefixes = prefixes;
        Names = [.. template.Names.Select(name => NameOf(operation, name))];
        Shared = PathReadings.HasSeveral(template) ? template : null;
        var parts = new UrlParts(suffix);
        queryTerms = QueryTerm.Of(parts.Query);
        fragment = parts.Fragment.IsEmpty ? null : parts.Fragment.ToString();
    }

    public ApiOperation Operation { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The template, where its paths can be read in several ways; null elsewhere.</summary>
    public PathTemplate? Shared { get; }

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
        return Array.TrueForAll(queryTerms, term => term.IsIn(fields)) ? queryTerms.Length : -1;
    }

    /// <summary>Values of the parameters that stand in the query of the template, encoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> QueryValues(ReadOnlySpan<char> query)
    {
        if (!Array.Exists(queryTerms, term => term.Names.Count > 0)) return [];
        var fields = FormFields.Parse(query);
        return queryTerms.SelectMany(term => term.Values(fields));
    }

    private static string NameOf(ApiOperation operation, string name)
    {
        var bare = PathTemplate.BareName(name);
        return bare != name && operation.Parameters.Any(p => p.Place == ParameterPlace.Path && p.Name == name) ? name : bare;
    }
}
