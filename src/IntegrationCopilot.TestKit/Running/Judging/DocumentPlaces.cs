using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Places of a document as results name them. Where a file lies on somebody's disk is its owner's affair.</summary>
internal static class DocumentPlaces
{
    /// <summary>The document whose tests are run.</summary>
    public static TestedDocument Of(ApiSpec spec) => new(NameOf(spec.Document.Name), spec.Version, spec.Document.Sha256);

    /// <summary>The cause, with the place where a reader of the document looks.</summary>
    public static CaseCause In(CaseCause cause, ApiSpec spec) =>
        (cause.Place ?? PlaceOf(cause, spec)) is { } place
            ? cause with { Place = new(NameOf(place.Document), place.Pointer, place.Line, place.Column) } : cause;

    private static SourceLocation? PlaceOf(CaseCause cause, ApiSpec spec)
    {
        var declared = spec.Operations.FirstOrDefault(operation => operation.Id == cause.Operation)?.Location;
        return cause.Line is { } line && spec.Documents.All.Count == 1
            ? new SourceLocation(spec.Document.Name, declared?.Pointer ?? "", line, 1) : declared;
    }

    /// <summary>
    /// A URL without credentials and query; the path of a file relative to the working directory, with slashes; of one that lies elsewhere the last part.
    /// </summary>
    internal static string NameOf(string document)
    {
        if (Uri.TryCreate(document, UriKind.Absolute, out var url) && !url.IsFile)
            return url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var way = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(document)).Replace('\\', '/');
        return way.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(way) ? way[(way.LastIndexOf('/') + 1)..] : way;
    }
}
