using System.CommandLine;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary><c>--suite</c>: golden tests of a file, which somebody may have edited, instead of those that are made.</summary>
internal static class SuiteOption
{
    public static Option<string> Create() => new("--suite") { HelpName = "FILE",
        Description = "The golden tests of this file instead of those made from the document; 'tests SPEC --format suite' writes one to be edited." };

    /// <returns>The suite; null when no file is given.</returns>
    /// <exception cref="MisuseException">
    /// There is no such file, it is no suite or that of another API, or its templates are wrong: each mistake with its place.
    /// </exception>
    public static async Task<GoldenTestSuite?> ReadAsync(string? path, ApiSpec spec, CancellationToken cancellationToken)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'. 'integration-copilot tests SPEC --format suite' writes one.");
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        if (!GoldenTestSuite.TryFromJson(text, out var suite, out var problem)) throw new MisuseException($"'{path}' holds no golden tests: {problem}");
        if (IsOfAnother(suite, spec))
            throw new MisuseException(
                $"'{path}' holds the golden tests of '{suite.Title}', and '{spec.Title}' describes none of the operations that they call.");
        var problems = SuiteTemplates.Problems(suite);
        return problems.Count == 0 ? suite : throw new MisuseException([.. Lines(path, text, problems)]);
    }

    private static bool IsOfAnother(GoldenTestSuite suite, ApiSpec spec)
    {
        var requests = suite.Tests.SelectMany(test => test.Steps).Select(step => step.Request).OfType<StepRequest>().ToList();
        return requests.Count > 0 && requests.TrueForAll(request => spec.FindOperation(request.Method, request.Path) is null);
    }

    private static IEnumerable<string> Lines(string path, string text, IReadOnlyList<TemplateProblem> problems)
    {
        var document = RawDocumentReader.Read(Encoding.UTF8.GetBytes(text), path).Document;
        return problems.Select(problem =>
        {
            var at = document?.Find(problem.Place!.Pointer) is { IsDefined: true } node ? $":{node.Location.Line}:{node.Location.Column}" : "";
            return $"{path}{at}: {problem.Message} ({problem.Place}{(problem.At is { } inText ? $", character {inText.Offset + 1} of the text" : "")})";
        });
    }
}
