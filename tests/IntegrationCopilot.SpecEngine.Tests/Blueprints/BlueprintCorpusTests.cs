using System.Collections.Concurrent;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class BlueprintCorpusTests
{
    [Theory]
    [InlineData("specs")]
    [InlineData("guru")]
    public void FromSpec_EveryDocument_MentionsEveryOperationAndKeepsItsTablesWhole(string folder)
    {
        var wrong = new ConcurrentBag<string>();
        var seen = 0;
        Parallel.ForEach(CorpusFiles.Beneath(folder), file =>
        {
            if (ApiSpecReader.Read(File.ReadAllBytes(file), CorpusFiles.NameOf(file)).Spec is not { } spec) return;
            var blueprint = Blueprint.FromSpec(spec);
            var endpoints = blueprint.Groups.SelectMany(g => g.Endpoints).ToList();
            Interlocked.Add(ref seen, endpoints.Count);
            if (endpoints.Count != spec.Operations.Count) wrong.Add($"{file}: {endpoints.Count} of {spec.Operations.Count} operations");
            if (endpoints.Select(e => e.Anchor).Distinct().Count() != endpoints.Count) wrong.Add($"{file}: anchors repeat");
            foreach (var table in Tables(blueprint.ToMarkdown()))
                if (table.Select(Cells).Distinct().Count() != 1) { wrong.Add($"{file}: {table.First(r => Cells(r) != Cells(table[0]))}"); break; }
        });
        wrong.Should().BeEmpty();
        seen.Should().BeGreaterThan(1_000);
    }

    /// <summary>Runs of lines that begin with a pipe, outside fenced examples.</summary>
    private static IEnumerable<List<string>> Tables(string markdown)
    {
        List<string> rows = [];
        var fence = "";
        foreach (var line in markdown.Split('\n'))
        {
            if (fence.Length > 0) { if (line == fence) fence = ""; continue; }
            if (line.StartsWith("```", StringComparison.Ordinal)) fence = new string('`', line.TakeWhile(c => c == '`').Count());
            else if (line.StartsWith('|')) { rows.Add(line); continue; }
            if (rows.Count > 0) yield return rows;
            rows = [];
        }
    }

    private static int Cells(string row) => row.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|');
}
