using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>
/// Real documents against themselves: a request made from samples must be let in by the mock, and the answer must conform. What does not is a false alarm of
/// ours, or named in <c>KnownProblems.json</c>.
/// </summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    private const int OperationsPerDocument = 40;
    private const double ConformingAtLeast = 0.99;

    [Fact]
    public async Task AnswerAsync_OperationsOfEveryDocument_AnswersConform()
    {
        var known = Known();
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (asked, conforming) = (0, 0);
        await foreach (var (name, spec) in CorpusDocuments.Specs())
        {
            var check = new Check(spec);
            foreach (var operation in spec.Operations.Spread(OperationsPerDocument))
                foreach (var optional in (bool[])[false, true])
                {
                    asked++;
                    if (await check.RunAsync(operation, optional) is not { } problem) conforming++;
                    else problems.TryAdd($"{name} {operation.Id}", problem);
                }
        }
        output.WriteLine($"{asked} requests, {conforming} answered with a success that conforms; {problems.Count} operations with problems");
        foreach (var (place, problem) in problems) output.WriteLine($"{(known.ContainsKey(place) ? "known" : "NEW")} {place}: {problem}");
        ((double)conforming / asked).Should().BeGreaterThanOrEqualTo(ConformingAtLeast);
        problems.Keys.Except(known.Keys).Should().BeEmpty("every problem is either ours to fix or listed with its reason");
        known.Keys.Except(problems.Keys).Should().BeEmpty("what is solved is no known problem any more");
    }

    private static Dictionary<string, string> Known() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.MockGen.Tests", "Serving", "KnownProblems.json")))!;

    private sealed class Check(ApiSpec spec)
    {
        private readonly MockEngine engine = new(spec);
        private readonly SampleRequests requests = new(spec, new SampleGenerator(spec));
        private readonly MessageValidator validator = new(spec);

        public async Task<string?> RunAsync(ApiOperation operation, bool optional)
        {
            if (requests.Make(operation, optional, out var problem) is not { } request) return $"no request: {problem}";
            await engine.ResetAsync();
            var received = engine.Receive(request, MockCaller.Unknown);
            if (received.Operation?.Description.Id != operation.Id) return $"routed to {received.Operation?.Description.Id ?? "nothing"}: {request.Url}";
            var answer = await engine.AnswerAsync(received);
            if (received.Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error) is { } refused)
                return $"request refused with {answer.Status}: {refused.Where}: {refused.Message}";
            var verdict = validator.ValidateResponse(operation, new RecordedResponse { Status = answer.Status, Headers = answer.Headers, Body = answer.Body });
            if (verdict.Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error) is { } wrong)
                return $"answer {answer.Status} does not conform: {wrong.Where}: {wrong.Message}";
            return answer.Status >= 400 && StatusChoice.Success(operation) < 400
                ? $"answered {answer.Status}: {System.Text.Encoding.UTF8.GetString(answer.Body.Span)}"
                : null;
        }
    }
}
