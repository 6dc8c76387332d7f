using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>A run as text: what it comes to first, each cause once, the rest folded.</summary>
public sealed class TextReportTests
{
    private static readonly CaseCause TooHeavy = new()
    {
        Kind = CauseKind.NotRefused, Subject = "weight", Text = "sent weightGrams = 30001, maximum 30000; expected 400 or 422, got 201",
        Operation = "POST /parcels",
        Ground = "maximum, line 150", Expected = ["400", "422"], Status = 201, Line = 150, Curl = "curl -X POST https://api.example/parcels",
    };

    private static readonly CaseCause NotThere = new() { Kind = CauseKind.NotTested, Subject = "dead", Text = "nobody answered" };

    [Fact]
    public void Write_RunWithFailures_TellsTheSentenceThenEachCauseThenTheRestFolded() => Text(Run(
        Case("a", CaseStatus.Pass), Case("b", CaseStatus.Fail, TooHeavy), Case("c", CaseStatus.Fail, TooHeavy), Case("d", CaseStatus.Error, NotThere),
        Case("e", CaseStatus.Skip, reason: "It needs a token."), Case("f", CaseStatus.Skip, reason: "It needs a token."), Case("g", CaseStatus.NotApplicable))).Should().Be("""
        Parcels against SANDBOX https://api.example/

        1 of 2 operations breaks the description; 1 cause.
        1 passed, 2 failed, 0 warned, 0 without a verdict, 1 not tested, 2 skipped, 1 not applicable (1.5 s)

        (1) FAIL  POST /parcels  2 cases
            sent weightGrams = 30001, maximum 30000; expected 400 or 422, got 201
            ground: maximum, line 150
            again:  curl -X POST https://api.example/parcels
            next:   Let the API answer 400 or 422 to such a request, or take the rule out of line 150 of the document if the API is right to accept it.
            cases:  b, c

        (2) ERROR  1 case
            nobody answered
            next:   Remove what the reason names and run again: until then nothing is known about these cases.
            case:   d

        skipped
              2  It needs a token.
                 POST /parcels

        passed
          contract 1

        not applicable; the JSON report has the reason of each
          contract 1

        coverage
          1 of 2 operations answered with 2xx; 0 of 0 described statuses were seen
          1 never reached: GET /parcels

        """);

    [Fact]
    public void Lines_Brief_AreTheSentenceAndTheCauses() =>
        TextReport.Lines(Run(Case("a", CaseStatus.Pass), Case("b", CaseStatus.Fail, TooHeavy), Case("e", CaseStatus.Skip)), brief: true)
            .Select(line => line.Text)
            .Should().HaveCount(11).And.Contain("1 of 2 operations breaks the description; 1 cause.").And.NotContain("coverage").And.NotContain("skipped");

    [Theory]
    [InlineData(CaseStatus.Pass, "No operation breaks the description, as far as it was asked.", CaseStatus.Pass)]
    [InlineData(CaseStatus.Warn, "No operation breaks the description, as far as it was asked; 1 case warns.", CaseStatus.Warn)]
    [InlineData(CaseStatus.Fail, "1 of 2 operations breaks the description; 1 cause.", CaseStatus.Fail)]
    [InlineData(CaseStatus.NoVerdict, "Nothing was judged: no case got an answer that says anything about the API.", CaseStatus.Error)]
    [InlineData(CaseStatus.Skip, "Nothing was judged: no case got an answer that says anything about the API.", CaseStatus.Error)]
    public void Lines_OfOneCase_BeginWithWhatItComesTo(CaseStatus status, string sentence, CaseStatus told)
    {
        var lines = TextReport.Lines(Run(Case("a", status, status is CaseStatus.Fail or CaseStatus.Warn ? TooHeavy : null))).ToList();
        lines[2].Should().Be(new TextReportLine(sentence, told));
    }

    [Fact]
    public void Lines_RunWasStopped_SaySoFirst() =>
        Text(Run(Case("a", CaseStatus.Pass)) with { IsCancelled = true }).Should().Contain("\nStopped before every case was done. No operation breaks");

    [Fact]
    public void Write_HostileTitleAndReason_StayOnTheirLinesAndCommandNothing()
    {
        var text = Text(Run(Case("a", CaseStatus.Skip, reason: "x\u001b[31m\n(9) FAIL")) with { Title = "T\n(1) FAIL\u001b]0;owned\u0007" });
        text.Should().NotContain("\u001b").And.NotContain("\u0007").And.StartWith("T\\n(1) FAIL\\u001b]0;owned").And.NotMatchRegex("(?m)^\\(9\\)");
    }

    private static string Text(RunResult result)
    {
        using var text = new StringWriter { NewLine = "\n" };
        TextReport.Write(result, text);
        return text.ToString();
    }

    private static RunResult Run(params CaseResult[] cases) => new()
    {
        RunId = "r", Title = "Parcels", Environment = "SANDBOX", BaseUrl = "https://api.example/", StartedAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.FromSeconds(1.5), Cases = cases, Coverage = [Reached("POST /parcels", new StatusCount(201, 2)), Reached("GET /parcels")],
    };

    private static OperationCoverage Reached(string operation, params StatusCount[] answers) =>
        new() { Operation = operation, Requests = answers.Length, Answers = answers, Described = [] };

    private static CaseResult Case(string id, CaseStatus status, CaseCause? cause = null, string? reason = null) =>
        new() { Id = id, Name = $"Case {id}", Category = "contract", Operation = "POST /parcels", Status = status, Cause = cause,
            Reason = reason ?? cause?.Text };
}
