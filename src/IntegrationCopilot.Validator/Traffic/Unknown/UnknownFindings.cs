using System.Collections.Frozen;

namespace IntegrationCopilot.Validator;

/// <summary>Takes out the findings that are about what a recording does not hold.</summary>
internal sealed class UnknownFindings
{
    /// <summary>Rules that an unknown value beneath cannot break or mend: all other rules of a value look into what it holds.</summary>
    private static readonly FrozenSet<string> OfTheOutside = new[]
    {
        "type", "required", "min-items", "max-items", "min-properties", "max-properties", "additional-properties", "property-names", "dependent-required",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<string> pointers = [];
    private readonly HashSet<string> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool isBodyUnknown;
    private readonly bool isPathUnknown;
    private readonly bool isQueryUnknown;
    private readonly bool areCredentialsUnknown;

    public UnknownFindings(IEnumerable<UnknownPlace> places, MessageDirection direction)
    {
        foreach (var where in places.Where(place => place.Direction == direction).Select(place => place.Where))
        {
            if (where == "body") isBodyUnknown = true;
            else if (where == "path") isPathUnknown = true;
            else if (where == "query") isQueryUnknown = true;
            else if (where.StartsWith("body/", StringComparison.Ordinal)) pointers.Add(where["body".Length..]);
            else fields.Add(where);
        }

        // Which fields carry credentials, only the document says; one that was taken out may.
        areCredentialsUnknown = isQueryUnknown || fields.Count > 0;
    }

    /// <summary>The findings about what is known.</summary>
    public IReadOnlyList<Finding> Known(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0 || !(isBodyUnknown || isPathUnknown || areCredentialsUnknown || pointers.Count > 0)) return findings;
        var doubtful = findings.Where(IsDoubtful).Select(finding => finding.Pointer).ToList();
        return [.. findings.Where(finding => !IsUnknown(finding)
            && !(IsOfBody(finding) && doubtful.Exists(pointer => IsAtOrBeneath(finding.Pointer, pointer))))];
    }

    private bool IsUnknown(Finding finding) =>
        (isBodyUnknown && IsOfBody(finding)) || (isPathUnknown && IsAt(finding.Where, "path")) || (isQueryUnknown && IsAt(finding.Where, "query"))
        || (areCredentialsUnknown && finding.Where == "security")
        || (fields.Contains("header.Cookie") && IsAt(finding.Where, "cookie"))
        || fields.Any(field => IsAt(finding.Where, field))
        || (IsOfBody(finding) && pointers.Exists(pointer => IsAtOrBeneath(finding.Pointer, pointer)));

    /// <summary>Whether a rule of a value may be broken by an unknown value within it alone.</summary>
    private bool IsDoubtful(Finding finding) =>
        IsOfBody(finding) && !OfTheOutside.Contains(finding.Code) && pointers.Exists(pointer => IsAtOrBeneath(pointer, finding.Pointer));

    private static bool IsOfBody(Finding finding) => IsAt(finding.Where, "body");

    private static bool IsAt(string where, string place) =>
        where.StartsWith(place, StringComparison.OrdinalIgnoreCase) && (where.Length == place.Length || where[place.Length] is '.' or '[' or '/');

    private static bool IsAtOrBeneath(string pointer, string above) =>
        pointer.StartsWith(above, StringComparison.Ordinal) && (pointer.Length == above.Length || pointer[above.Length] == '/');
}
