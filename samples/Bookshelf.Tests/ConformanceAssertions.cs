using FluentAssertions.Execution;
using FluentAssertions.Primitives;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace Bookshelf.Tests;

#region fluent-extension
public static class ConformanceAssertions
{
    public static async Task<AndConstraint<HttpResponseMessageAssertions>> ConformToAsync(
        this HttpResponseMessageAssertions response, ApiSpec spec, string operation, string because = "", params object[] becauseArgs)
    {
        string? failure = null;
        try
        {
            await Conformance.AssertAsync(response.Subject, spec, operation);
        }
        catch (ConformanceException e)
        {
            failure = e.Message;
        }
        Execute.Assertion.BecauseOf(because, becauseArgs).ForCondition(failure is null)
            .FailWith("Expected {context:response} to conform to " + operation.Replace("{", "{{").Replace("}", "}}") + "{reason}, but {0}", failure);
        return new AndConstraint<HttpResponseMessageAssertions>(response);
    }
}
#endregion
