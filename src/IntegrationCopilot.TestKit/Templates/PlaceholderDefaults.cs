using System.Runtime.InteropServices;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Declares what placeholders say themselves, so that a default counts wherever its test uses the variable.</summary>
internal static class PlaceholderDefaults
{
    private const char Separator = '|';

    /// <summary>The suite with the defaults and descriptions of placeholders in the declarations of its tests; itself when no placeholder has one.</summary>
    public static GoldenTestSuite Declare(GoldenTestSuite suite)
    {
        var some = suite.Tests.Where(test => test.Steps.SelectMany(Requests).Any(MayHoldDefaults)).ToHashSet(ReferenceEqualityComparer.Instance);
        if (some.Count == 0) return suite;
        var scopes = new Queue<TemplateScope>(TemplateScope.Of(suite with { Tests = [.. suite.Tests.Where(some.Contains)], Producers = [] }));
        return suite with { Tests = [.. suite.Tests.Select(test => some.Contains(test) ? test with { Variables = Declared(scopes.Dequeue()) } : test)] };
    }

    /// <summary>The placeholders of a test that have a default, the first of each name.</summary>
    public static IReadOnlyList<TemplateVariable> In(TemplateScope scope) =>
    [
        .. scope.Steps.SelectMany(step => step.Uses).SelectMany(use => use.Template.Placeholders).Select(placeholder => placeholder.Variable)
            .Where(variable => variable.Default is not null).DistinctBy(variable => variable.Name, StringComparer.Ordinal),
    ];

    private static TestVariable[] Declared(TemplateScope scope)
    {
        var defaults = In(scope).ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        var kept = scope.Steps.SelectMany(step => step.Kept).ToHashSet(StringComparer.Ordinal);
        var known = scope.Declared.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scope.Declared.Select(variable => variable.Default is null && defaults.TryGetValue(variable.Name, out var own)
                ? variable with { Default = own.Default, Description = variable.Description ?? own.Description } : variable),
            .. defaults.Values.Where(own => !known.Contains(own.Name) && !kept.Contains(own.Name))
                .Select(own => new TestVariable { Name = own.Name, Default = own.Default, Description = own.Description }),
        ];
    }

    private static IEnumerable<StepRequest> Requests(TestStep step) =>
        ((StepRequest?[])[step.Request, step.Control, step.Delivery?.Subscribe, step.Delivery?.Cause]).OfType<StepRequest>();

    private static bool MayHoldDefaults(StepRequest request) =>
        request.PathValues.Concat(request.Query).Concat(request.Headers).Concat(request.Cookies).Any(pair => MayHoldDefaults(pair.Value))
        || request.Body is { } body && ((body.Json is { } json && MayHoldDefaults(json)) || body.Text?.Contains(Separator, StringComparison.Ordinal) == true
            || body.Form?.Any(field => field.Value.Contains(Separator, StringComparison.Ordinal)) == true);

    private static bool MayHoldDefaults(JsonElement template)
    {
        var json = JsonMarshal.GetRawUtf8Value(template);
        return !JsonTemplate.IsConstant(json) && (json.Contains((byte)Separator) || json.Contains((byte)'\\'));
    }
}
