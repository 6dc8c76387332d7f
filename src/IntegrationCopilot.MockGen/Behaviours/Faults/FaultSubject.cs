using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>An operation as faults look at it: what the document says that could be broken.</summary>
internal sealed class FaultSubject(ApiSpec spec, ApiOperation operation, AuthenticationKinds? kinds = null)
{
    public ApiSpec Spec => spec;

    public ApiOperation Operation => operation;

    /// <summary>The kinds of authentication that are known.</summary>
    public AuthenticationKinds Authentication { get; } = kinds ?? AuthenticationKinds.Default;

    public OperationMeaning Meaning => spec.Resources.Of(operation);

    public ApiResource? Resource => Meaning.Resource;

    public ResourceRole Role => Meaning.Role;

    /// <summary>Status of a good answer.</summary>
    public int Success { get; } = StatusChoice.Success(operation);

    /// <summary>The JSON of a good answer; null when it has none.</summary>
    public ApiMediaType? Json => JsonContent.Of(operation.FindResponse(Success)?.Content);

    /// <summary>How it gives its list in pages; null when it does not.</summary>
    public PaginationFact? Paging => operation.Facts.OfType<PaginationFact>().FirstOrDefault();

    /// <summary>Whether a status is described by itself, not by a range or <c>default</c>.</summary>
    public bool Describes(int status) =>
        operation.Responses.Any(response => response.Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether a status is described in any way.</summary>
    public bool Covers(int status) => operation.FindResponse(status) is not null;

    /// <summary>Whether the JSON of a good answer has a place of a certain kind.</summary>
    public bool Answers(Func<FieldPlace, bool> kind) => Json is { Schema.IsDefined: true } json && FieldPlaces.Of(spec, json.Schema).Any(kind);

    /// <summary>Whether the JSON sent has a place of a certain kind.</summary>
    public bool Takes(Func<FieldPlace, bool> kind) =>
        operation.RequestBody?.Content.FirstOrDefault(media => media.IsJson) is { Schema.IsDefined: true } json && FieldPlaces.Of(spec, json.Schema).Any(kind);
}
