using System.Collections.Concurrent;
using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class PositionCorpusTests
{
    [Theory]
    [InlineData("specs")]
    [InlineData("guru")]
    public void Location_OfEveryMember_IsWhereItsNameStands(string folder)
    {
        var wrong = new ConcurrentBag<string>();
        var seen = 0;
        Parallel.ForEach(CorpusFiles.Beneath(folder), file =>
        {
            var bytes = File.ReadAllBytes(file);
            var read = RawDocumentReader.Read(bytes, CorpusFiles.NameOf(file));
            if (read.Document is not { } document) { wrong.Add($"{file}: {read.Problems[0].Message} at {read.Problems[0].Location}"); return; }
            var lines = Lines(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
            foreach (var member in Members(document.Root).Where((_, i) => i % 7 == 0))
            {
                Interlocked.Increment(ref seen);
                var location = member.Location;
                var rest = lines[location.Line - 1][(location.Column - 1)..].TrimStart('"', '\'');
                var name = member.Name;
                if (!rest.StartsWith(name[..Math.Min(name.Length, 8)].Split('"', '\\', '\'')[0], StringComparison.Ordinal)) wrong.Add($"{location}: {name}");
            }
        });
        wrong.Should().BeEmpty();
        seen.Should().BeGreaterThan(100_000);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static IEnumerable<RawNode> Members(RawNode root)
    {
        var pending = new Stack<RawNode>([root]);
        while (pending.TryPop(out var node))
        {
            foreach (var child in node.Children)
            {
                if (node.IsObject) yield return child;
                if (child.Count > 0) pending.Push(child);
            }
        }
    }
}
