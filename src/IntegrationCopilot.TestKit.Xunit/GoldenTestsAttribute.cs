using System.Reflection;
using IntegrationCopilot.MockGen;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>
/// Makes every golden test of an OpenAPI document a test of its own of an xunit theory that takes a <see cref="GoldenTestCase"/>: with a name, with
/// <c>Category</c> and <c>Operation</c> as traits, and skipped with the reason where it does not apply.
/// </summary>
/// <threadsafety>Read only once made.</threadsafety>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class GoldenTestsAttribute : DataAttribute
{
    private const string CategoryTrait = "Category";
    private const string OperationTrait = "Operation";

    /// <summary>Initializes a new instance.</summary>
    /// <param name="document">The file: an absolute path, or one relative to the folder of the test assembly or to a folder above it.</param>
    public GoldenTestsAttribute(string document)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        Document = document;
    }

    /// <summary>The document.</summary>
    public string Document { get; }

    /// <summary>Where made-up values come from; see <see cref="GoldenTestOptions.Seed"/>. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>Names of tests, categories, groups or operations, see <see cref="TestSelection.Only"/>: only these are tests. Default all.</summary>
    public string[] Only { get; set; } = [];

    /// <summary>Names of the same kinds: these are no tests, see <see cref="TestSelection.Excluded"/>. Default none.</summary>
    public string[] Excluded { get; set; } = [];

    /// <summary>
    /// Whether tests that do not apply are left out, instead of being shown as skipped with the reason: to the document, or to a real API where the class has
    /// a fixture for one. Default false.
    /// </summary>
    public bool OnlyApplicable { get; set; }

    /// <summary>
    /// The rows. A name of <see cref="Only"/> or <see cref="Excluded"/> that names nothing is a mistake, since it would leave out tests unseen.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds no OpenAPI document that can be read.</exception>
    /// <exception cref="InvalidOperationException">A name names nothing.</exception>
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var known = await KnownSuites.OfAsync(Document, Seed);
        var selection = new TestSelection { Only = Only, Excluded = Excluded };
        if (selection.UnknownIn(known.Suite, known.Spec) is [var unknown, ..])
            throw new InvalidOperationException(
                $"{unknown.List} of [GoldenTests(\"{Document}\")] names '{unknown.Name}', which names no test of the document.");
        var isForReal = IsForRealApi(testMethod.ReflectedType);
        return [.. known.Suite.Tests.Where(test => selection.Chooses(test, known.Spec)).Select(test => (Test: test, WhyNot: WhyNot(test, isForReal)))
            .Where(row => row.WhyNot is null || !OnlyApplicable).Select(row => RowOf(row.Test, row.WhyNot))];
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private static string? WhyNot(GoldenTest test, bool isForReal) =>
        !test.Applicable ? test.Reason ?? "It does not apply."
        : isForReal && test.Reach == GoldenTestReach.MockOnly ? $"It runs against the mock only: {test.ReachReason}"
        : null;

    /// <summary>Whether a fixture of the class is a tested API and no mock.</summary>
    private static bool IsForRealApi(Type? tests) => (tests?.GetInterfaces() ?? [])
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IClassFixture<>)).Select(face => face.GenericTypeArguments[0])
        .Any(fixture => fixture.IsAssignableTo(typeof(TestedApi)) && fixture != typeof(TestedMock));

    /// <summary>The empty label keeps the row's values out of the name.</summary>
    private TheoryDataRow<GoldenTestCase> RowOf(GoldenTest test, string? whyNot) => new(new GoldenTestCase(Document, Seed, test.Id))
    {
        TestDisplayName = HarmlessText.OneLine(NameOf(test)),
        Label = "",
        Skip = whyNot is null ? null : HarmlessText.OneLine(whyNot),
        Traits = TraitsOf(test),
    };

    /// <summary>The name, and the operation or else the group that tells it from others of that name.</summary>
    private static string NameOf(GoldenTest test) =>
        (test.Operation ?? test.Group) is { Length: > 0 } about ? $"{test.Name} [{about}]" : test.Name;

    private static Dictionary<string, HashSet<string>> TraitsOf(GoldenTest test)
    {
        var traits = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { [CategoryTrait] = [test.Category] };
        if (test.Operation is { } operation) traits[OperationTrait] = [HarmlessText.OneLine(operation)];
        return traits;
    }
}
