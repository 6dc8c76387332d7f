using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Refuses requests that do not conform, unless an error was asked for anyway.</summary>
internal sealed class ValidationBehaviour(MessageValidator validator) : IMockBehaviour
{
    public string Name => "validation";

    public MockStage Stage => MockStage.Validation;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        var takesPreferences = operation.Description.Parameters.Any(parameter => parameter.Place == ParameterPlace.Header && IsPrefer(parameter.Name));
        return request =>
        {
            var message = takesPreferences ? WithoutOwnPreferences(request.Message) : request.Message;
            request.Findings = validator.ValidateRequest(operation.Description, message, request.PathValues).Findings;
            return request.Findings.Count > 0 && request.Preferences.Status is null && Refusal(request) is { } refusal ? new(refusal) : next(request);
        };
    }

    private static bool IsPrefer(string name) => name.Equals("Prefer", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is asked of the mock is not asked of the API that it stands for.</summary>
    private static RecordedRequest WithoutOwnPreferences(RecordedRequest message) => message with
    {
        Headers = [.. from header in message.Headers
                      let value = IsPrefer(header.Key) ? Preferences.OfApi(header.Value) : header.Value
                      where value is not null
                      select KeyValuePair.Create(header.Key, value)],
    };

    /// <summary>
    /// Beside errors what a server cannot read: bytes that do not decode, and media types that the operation does not take (RFC 9110, section 15.5.16).
    /// </summary>
    private static bool IsRefused(Finding finding) =>
        finding.Severity == FindingSeverity.Error
        || finding.Code == FindingCodes.MalformedBody
        || finding is { Code: FindingCodes.UndocumentedContentType, Where: "header.Content-Type" };

    /// <summary>Whether a condition is missing (RFC 6585, section 3).</summary>
    private static bool IsUnconditional(Finding finding) => finding is { Code: FindingCodes.MissingParameter, Where: var where }
        && where.StartsWith("header.", StringComparison.Ordinal) && ConditionalFields.IsOne(where["header.".Length..]);

    private static bool IsInPath(Finding finding) => finding.Where.StartsWith("path.", StringComparison.Ordinal);

    private static MockReply? Refusal(MockRequest request)
    {
        var errors = request.Findings.Where(IsRefused).ToList();
        if (errors.Count == 0) return null;
        var status = errors.Exists(f => f.Code == FindingCodes.UndocumentedContentType) ? 415
            : errors.Exists(f => f.Code == FindingCodes.BodyTooLarge) ? 413
            : errors.TrueForAll(IsUnconditional) && request.Operation!.Description.Responses.Any(response => response.Status == "428") ? 428
            : StatusChoice.Invalid(request.Operation!.Description, errors.TrueForAll(IsInPath));
        var detail = errors.Count == 1 ? errors[0].Message : $"The request does not conform in {errors.Count} places: {errors[0].Message}";
        return request.Refuse(status, detail, errors);
    }
}
