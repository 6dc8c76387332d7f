using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Valid credentials let in, everything else does not.</summary>
internal static class AuthenticationTests
{
    private const string Ground = "RFC 9110, section 15.5.2";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("authentication-valid-credentials", "Valid credentials are accepted",
            subject => Draft(subject, plan => new TestStep { Name = "call", Request = plan.Request, Shared = true, Assertions = Expect.DescribedOf(plan) })),
        Template("authentication-missing-credentials", "A request without credentials is refused",
            subject => Draft(subject, plan => Refused(plan, StepCredentials.None))),
        Template("authentication-wrong-credentials", "Wrong credentials are refused",
            subject => Draft(subject, plan => Refused(plan, StepCredentials.Wrong))),
        Template("authentication-malformed-credentials", "Malformed credentials are refused", Malformed),
        Template("authentication-expired-token", "A token past its time is refused", Expired),
    ];

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Authentication, Group = make };

    private static TestDraft Draft(GroupSubject subject, params IReadOnlyList<Func<RequestPlan, TestStep>> steps) =>
        Simplest(subject).Plan is { } plan ? TestDraft.Of(plan, [.. steps.Select(step => step(plan))]) : TestDraft.Not(WhyNone(subject));

    private static RequestMaking Simplest(GroupSubject subject) => subject.Simplest(Closed(subject));

    private static IEnumerable<ApiOperation> Closed(GroupSubject subject) => subject.Operations.Where(operation => IsClosed(subject, operation));

    /// <summary>Credentials of some kinds cannot be malformed: whatever is sent may be somebody's.</summary>
    private static TestDraft Malformed(GroupSubject subject) =>
        Simplest(subject).Plan is { } plan && !plan.Operation.Security[0].Requirements.All(requirement => CanBeMalformed(subject, requirement.Scheme!))
            ? TestDraft.Not($"Credentials of {plan.Operation.Id} have no form that they could lack.")
            : Draft(subject, closed => Refused(closed, StepCredentials.Malformed), closed => Refused(closed, StepCredentials.Short) with { Name = "short" });

    private static bool CanBeMalformed(GroupSubject subject, SecurityScheme scheme) => subject.Material.Authentication.Of(scheme).Spoil(scheme).Count > 0;

    private static TestDraft Expired(GroupSubject subject)
    {
        if (subject.Simplest(Closed(subject).Where(operation => TakesToken(subject, operation))).Plan is not { } plan)
            return TestDraft.Not($"No operation of the group '{subject.Name}' takes tokens, which expire.");
        var token = new TestVariable { Name = "expired_token", Secret = true, Description = "A token that was valid once and no longer is." };
        return TestDraft.Of(plan.With(token), Refused(plan, StepCredentials.Expired));
    }

    private static TestStep Refused(RequestPlan plan, StepCredentials credentials)
    {
        var kind = credentials is StepCredentials.Malformed or StepCredentials.Short ? RuleKind.CredentialsForm : RuleKind.Credentials;
        var step = RefusedStep.Of(plan, plan, new BrokenRule { Kind = kind }, Ground) with { Credentials = credentials };
        return step with { Assertions = [.. step.Assertions, new StatusFieldsAssertion { Ground = Ground, Strength = GroundStrength.Advisory }] };
    }

    private static string WhyNone(GroupSubject subject) =>
        Closed(subject).Any() ? Simplest(subject).Problem!
        : $"Every operation of the group '{subject.Name}' lets callers in without credentials, or wants them in a way that is not supported, such as a client certificate.";

    /// <summary>Nobody is let in without credentials, and we can send them.</summary>
    private static bool IsClosed(GroupSubject subject, ApiOperation operation) =>
        operation.Security.Count > 0 && operation.Security.All(alternative => alternative.Requirements.Count > 0)
        && operation.Security.Any(alternative => alternative.Requirements.Any(requirement => requirement.Scheme is not null))
        && operation.Security[0].Requirements.All(requirement => requirement.Scheme is { } scheme && CanSend(subject, scheme));

    private static bool CanSend(GroupSubject subject, SecurityScheme scheme) => FormOf(subject, scheme) != CredentialForm.None;

    private static bool TakesToken(GroupSubject subject, ApiOperation operation) =>
        operation.Security[0].Requirements.All(requirement => FormOf(subject, requirement.Scheme!) == CredentialForm.Token);

    private static CredentialForm FormOf(GroupSubject subject, SecurityScheme scheme) => subject.Material.Authentication.Of(scheme).FormOf(scheme);
}
