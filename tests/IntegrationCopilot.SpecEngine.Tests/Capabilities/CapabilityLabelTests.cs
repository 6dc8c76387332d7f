using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Holds the detector against what people found in real documents by reading them.</summary>
public sealed class CapabilityLabelTests
{
    private static readonly string LabelFile =
        Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.SpecEngine.Tests", "Capabilities", "CapabilityLabels.json");

    /// <summary>Measured; raise them when the detector gets better, and never lower them.</summary>
    private static readonly Dictionary<string, (double Precision, double Recall)> Least = new(StringComparer.Ordinal)
    {
        [CapabilityIds.Auth] = (1, 1),
        [CapabilityIds.WriteOperations] = (1, 1),
        [CapabilityIds.Idempotency] = (1, 1),
        [CapabilityIds.Pagination] = (1, 1),
        [CapabilityIds.Webhooks] = (1, 15.0 / 17),
        [CapabilityIds.RateLimiting] = (1, 16.0 / 17),
        [CapabilityIds.Refunds] = (1, 1),
        [CapabilityIds.ErrorShape] = (1, 1),
        [CapabilityIds.ConditionalRequests] = (1, 2.0 / 3),
        [CapabilityIds.Async] = (1, 1),
    };

    [Fact]
    public async Task Detect_LabelledDocuments_IsAsPreciseAndCompleteAsMeasured()
    {
        var labels =
            JsonSerializer.Deserialize<Label[]>(await File.ReadAllTextAsync(LabelFile, TestContext.Current.CancellationToken), JsonSerializerOptions.Web)!;
        labels.Should().HaveCountGreaterThan(40);
        var judged = new List<(string Capability, bool Has, bool Detected, string File)>();
        foreach (var label in labels)
        {
            var read = await ApiSpecReader.ReadFileAsync(SharedData.Require(label.File.Split('/')), cancellationToken: TestContext.Current.CancellationToken);
            foreach (var capability in read.Spec!.Capabilities.Where(c => !label.Unclear.Contains(c.Id)))
                judged.Add((capability.Id, label.Has.Contains(capability.Id), capability.Detected, label.File));
        }
        var scores = judged.GroupBy(j => j.Capability, StringComparer.Ordinal).Select(g => new Score(g.Key, g.Count(j => j.Has && j.Detected),
            [.. g.Where(j => !j.Has && j.Detected).Select(j => j.File)], [.. g.Where(j => j.Has && !j.Detected).Select(j => j.File)])).ToList();
        foreach (var score in scores) TestContext.Current.TestOutputHelper!.WriteLine(score.ToString());
        scores.Where(s => s.Precision < Least[s.Capability].Precision || s.Recall < Least[s.Capability].Recall).Select(s => s.ToString()).Should().BeEmpty();
        scores.Should().HaveCount(Least.Count);
    }

    [Fact]
    public void Labels_Ids_AreCapabilities()
    {
        var labels = JsonSerializer.Deserialize<Label[]>(File.ReadAllText(LabelFile), JsonSerializerOptions.Web)!;
        labels.SelectMany(l => l.Has.Concat(l.Unclear)).Should().OnlyContain(id => Least.ContainsKey(id));
        labels.Should().OnlyContain(l => !l.Has.Intersect(l.Unclear).Any());
        labels.Select(l => l.File).Should().OnlyHaveUniqueItems();
    }

    private sealed record Label(string File, string[] Has)
    {
        /// <summary>What a reader cannot decide; not counted.</summary>
        public string[] Unclear { get; init; } = [];
    }

    private sealed record Score(string Capability, int Right, string[] Invented, string[] Missed)
    {
        public double Precision => Right == 0 ? 1 : (double)Right / (Right + Invented.Length);

        public double Recall => Right + Missed.Length == 0 ? 1 : (double)Right / (Right + Missed.Length);

        public override string ToString() =>
            FormattableString.Invariant(
                $"{Capability,-21} precision {Precision:0.00} recall {Recall:0.00} of {Right + Missed.Length}; invented: {string.Join(", ", Invented)}; missed: {string.Join(", ", Missed)}");
    }
}
