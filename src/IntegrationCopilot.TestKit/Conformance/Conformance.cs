using System.Net.Http;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Assertions for tests that people write by hand, in any test framework.</summary>
/// <threadsafety>Its methods may be called by any number of threads.</threadsafety>
public static class Conformance
{
    /// <summary>Asserts that a response is as the description of an operation has it: status, headers, content type and body.</summary>
    /// <param name="response">The response. Its content is buffered, so that it can still be read.</param>
    /// <param name="spec">The API.</param>
    /// <param name="operation">Method and path as the description writes them (<c>GET /payments/{id}</c>), or the <c>operationId</c>.</param>
    /// <param name="cancellationToken">Stops reading the content.</param>
    /// <exception cref="ConformanceException">
    /// The response is not as described; the message names each place, what was there, and the line of the document.
    /// </exception>
    /// <exception cref="ArgumentException">The API has no such operation; the message names the nearest.</exception>
    /// <exception cref="HttpRequestException">The content cannot be read.</exception>
    public static async Task AssertAsync(HttpResponseMessage response, ApiSpec spec, string operation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        Assert(await RecordedResponse.FromAsync(response, cancellationToken), spec, operation);
    }

    /// <summary>As <see cref="AssertAsync"/>, for a response that is plain data.</summary>
    /// <param name="response">The response.</param>
    /// <param name="spec">The API.</param>
    /// <param name="operation">Method and path as the description writes them, or the <c>operationId</c>.</param>
    /// <exception cref="ConformanceException">The response is not as described.</exception>
    /// <exception cref="ArgumentException">The API has no such operation.</exception>
    public static void Assert(RecordedResponse response, ApiSpec spec, string operation)
    {
        ArgumentNullException.ThrowIfNull(response);
        var described = OperationNames.Find(spec, operation);
        var verdict = new MessageValidator(spec).ValidateResponse(described, response);
        if (!verdict.IsValid) throw new ConformanceException(described, response, verdict);
    }
}
