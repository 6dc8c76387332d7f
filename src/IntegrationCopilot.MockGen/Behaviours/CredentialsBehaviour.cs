using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Lets in whom the document lets in (RFC 9110, section 11; RFC 6750, section 3). What cannot be checked lets in everybody, and is told.</summary>
/// <remarks>Strangers get 401, or 403 where the document describes that alone.</remarks>
internal sealed class CredentialsBehaviour(CredentialCheck credentials, AuthenticationKinds kinds) : IMockBehaviour
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    public string Name => "credentials";

    public MockStage Stage => MockStage.Admission;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null || operation.Description.Security.Count == 0) return next;
        var notes = new UncheckedSchemes(kinds).NotesFor(operation.Description);
        var stranger = StrangersGet(operation.Description);
        return request =>
        {
            foreach (var note in notes) request.Note(note);
            var outcome = credentials.Check(operation.Description, request.Message);
            request.Credentials = outcome.Verdict;
            if (outcome.Verdict == CredentialVerdict.Accepted) return next(request);
            var refusal = request.Refuse(outcome.Verdict == CredentialVerdict.ScopeMissing ? Forbidden : stranger, outcome.Problem);
            return new(refusal.With("WWW-Authenticate", Challenges.For(operation.Description, outcome, kinds)));
        };
    }

    private static int StrangersGet(SpecEngine.ApiOperation operation) =>
        operation.FindResponse(Unauthorized) is null && operation.FindResponse(Forbidden) is not null ? Forbidden : Unauthorized;
}
