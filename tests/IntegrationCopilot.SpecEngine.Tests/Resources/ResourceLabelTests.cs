using FluentAssertions;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Holds the inference against what people found in real documents by reading them.</summary>
public sealed class ResourceLabelTests
{
    /// <summary>Measured; raise them when the inference gets better, and never lower them.</summary>
    private static readonly Dictionary<string, (double Precision, double Recall)> Least = new(StringComparer.Ordinal)
    {
        ["effect dangerous"] = (0.95, 0.95),
        ["effect deletes"] = (0.95, 0.95),
        ["effect creates"] = (0.9, 0.95),
        ["effect changes"] = (0.85, 0.95),
        ["effect safe"] = (0.99, 0.9),
        ["items"] = (0.9, 0.85),
        ["identifier field"] = (0.95, 0.95),
        ["roles"] = (0.95, 0.9),
        ["dependencies"] = (0.95, 0.8),
    };

    [Fact]
    public async Task Infer_LabelledDocuments_IsAsPreciseAndCompleteAsMeasured()
    {
        var scores = new LabelScores();
        foreach (var label in ResourceLabel.All(ResourceLabel.Folder))
        {
            var read = await ApiSpecReader.ReadFileAsync(SharedData.Require(label.Document.Split('/')),
                cancellationToken: TestContext.Current.CancellationToken);
            scores.Judge(label, read.Spec!);
        }
        foreach (var score in scores.All)
            TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n  ",
                [score.ToString(), .. score.Invented.Select(i => "+ " + i), .. score.Missed.Select(m => "- " + m)]));
        scores["unsafe taken for safe"].Invented.Should().BeEmpty();
        foreach (var (name, least) in Least)
        {
            scores[name].Precision.Should().BeGreaterThanOrEqualTo(least.Precision, name);
            scores[name].Recall.Should().BeGreaterThanOrEqualTo(least.Recall, name);
        }
    }

    [Fact]
    public async Task Labels_Operations_AreAllThoseOfTheirDocument()
    {
        foreach (var label in ResourceLabel.All(ResourceLabel.Folder))
        {
            var read = await ApiSpecReader.ReadFileAsync(SharedData.Require(label.Document.Split('/')),
                cancellationToken: TestContext.Current.CancellationToken);
            label.Operations.Select(o => $"{o.Method} {o.Path}").Should().BeEquivalentTo(read.Spec!.Operations.Select(o => o.Id), label.Document);
        }
    }
}
