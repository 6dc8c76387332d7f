using IntegrationCopilot.Testing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Operations of YAML descriptions, as Microsoft.OpenApi.YamlReader reads them and as we do.</summary>
public sealed class YamlPeerTests(ITestOutputHelper output)
{
    private const int Most = 60;

    /// <summary>Files that the two read differently, and why. One that agrees is no known difference.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal);

    [Fact]
    public async Task Operations_CorpusInYaml_AreThoseThatThePeerFinds()
    {
        var files = Directory.EnumerateFiles(SharedData.Require("guru"), "*.yaml").Where(f => new FileInfo(f).Length < 200_000).Order(StringComparer.Ordinal)
            .Take(Most).ToList();
        Dictionary<string, string> differences = new(StringComparer.Ordinal);
        var operations = 0;
        foreach (var file in files)
        {
            var ours = await OursAsync(file);
            operations += ours.Count;
            var theirs = await TheirsAsync(file);
            if (!ours.SetEquals(theirs)) differences.Add(
                Path.GetFileName(file), $"ours alone {string.Join(", ", ours.Except(theirs))}; theirs alone {string.Join(", ", theirs.Except(ours))}");
        }
        output.WriteLine($"{operations} operations of {files.Count} files; {differences.Count} files differ.");
        operations.Should().BeGreaterThan(300);
        string.Join('\n', differences.Where(d => !Known.ContainsKey(d.Key))).Should().BeEmpty("what differs is known");
        Known.Keys.Except(differences.Keys, StringComparer.Ordinal).Should().BeEmpty("what agrees is no known difference");
    }

    private static async Task<HashSet<string>> OursAsync(string file)
    {
        var read = await ApiSpecReader.ReadFileAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        return [.. (read.Spec?.Operations ?? []).Where(o => o.Kind == OperationKind.Path).Select(o => o.Id)];
    }

    private static async Task<HashSet<string>> TheirsAsync(string file)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        using var stream = new MemoryStream(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var document = OpenApiDocument.Load(stream, "yaml", settings).Document;
        return [.. (document?.Paths ?? []).SelectMany(path => path.Value.Operations?.Keys.Select(method => $"{method.Method} {path.Key}") ?? [])];
    }
}
