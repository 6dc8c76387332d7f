using IntegrationCopilot.MockGen;
using Xunit.Sdk;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>
/// A golden test of a document, as an argument of a theory. It can be stored and found again, so that a list of tests shows, selects and runs each by itself.
/// </summary>
/// <threadsafety>Immutable once made or read back.</threadsafety>
public sealed class GoldenTestCase : IXunitSerializable
{
    /// <summary>For the test framework, which reads the values back.</summary>
    public GoldenTestCase()
    {
    }

    internal GoldenTestCase(string document, int seed, string id) => (Document, Seed, Id) = (document, seed, id);

    /// <summary>The document, as <see cref="GoldenTestsAttribute"/> names it.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The seed of its made-up values.</summary>
    public int Seed { get; private set; }

    /// <summary>The <see cref="GoldenTest.Id"/>, which survives new versions of the document.</summary>
    public string Id { get; private set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Id;

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Document), Document, typeof(string));
        info.AddValue(nameof(Seed), Seed, typeof(int));
        info.AddValue(nameof(Id), Id, typeof(string));
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        Document = (string)info.GetValue(nameof(Document))!;
        Seed = (int)info.GetValue(nameof(Seed))!;
        Id = (string)info.GetValue(nameof(Id))!;
    }
}
