using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Real documents, damaged: reading ends with an answer whatever is in them.</summary>
public sealed class MutationTests
{
    private static readonly string[] Sources = ["specs/oai-petstore-expanded-3.0.json", "specs/readme-petstore-2.0.yaml", "specs/readme-train-travel-3.1.json",
        "specs/prism-callbacks.yaml", "specs/oai-tags-3.2.yaml"];
    private static readonly string[] Fragments = ["$ref: '#'", "\"$ref\":\"#/paths\"", "{", "}", "[", "]", "*a", "&a ", "- ", ": ", ": {\n", " [\n", "\"",
        "null", "1e400", "99999999999999999999", "\0", "\uFEFF", "\t", "<<: ", "---\n", "{{", "%2e%2e/", "../x.yaml", "#/components/schemas/Pet"];
    private static readonly Lazy<byte[][]> Documents = new(() => [.. Files().Select(File.ReadAllBytes)]);

    /// <summary>The seed is fixed so that a build fails because of a change and never by chance; take it away to look for further faults.</summary>
    [Property(MaxTest = 1_000, Replay = "16905061398866101524,14527351724418031817")]
    public void Read_DamagedDocument_AlwaysGivesAnAnswer(int document, (int At, int Kind, int Value)[] damages)
    {
        var bytes = new List<byte>(Documents.Value[(uint)document % (uint)Documents.Value.Length]);
        foreach (var damage in damages.Take(20)) Damage(bytes, damage.At, (uint)damage.Kind % 4, damage.Value);
        var result = ApiSpecReader.Read(bytes.ToArray(), "damaged.yaml");
        if (result.Spec is null) result.HasErrors.Should().BeTrue("a document that gives no API has an error");
        foreach (var problem in result.Problems)
        {
            (problem.Message.Contains('\n') || problem.Message.Length > 1_000).Should().BeFalse(problem.Message);
            problem.Location.Line.Should().BeGreaterThanOrEqualTo(0);
        }
        foreach (var operation in result.Spec?.Operations ?? [])
        {
            operation.Location.Line.Should().BePositive();
            foreach (var parameter in operation.Parameters) result.Spec!.Resolve(parameter.Schema);
        }
    }

    private static void Damage(List<byte> bytes, int at, uint kind, int value)
    {
        var place = (int)(((uint)at * 2_654_435_761u) % (uint)Math.Max(1, bytes.Count));
        var length = (int)((uint)value % 400) + 1;
        switch (kind)
        {
            case 0: bytes[place] = (byte)value; break;
            case 1: bytes.InsertRange(place, Encoding.UTF8.GetBytes(Fragments[(uint)value % (uint)Fragments.Length])); break;
            case 2: bytes.RemoveRange(place, Math.Min(length, bytes.Count - place - 1)); break;
            default: bytes.InsertRange(0 + (place / 2), bytes.GetRange(place, Math.Min(length, bytes.Count - place))); break;
        }
    }

    /// <summary>Real documents; where the corpus is absent, the example of our own.</summary>
    private static IEnumerable<string> Files() => SharedData.IsPresent
        ? Sources.Select(source => Path.Combine(SharedData.Root, source))
        : [Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml")];
}
