using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Which tests of a suite run. Each list that is not empty narrows the choice; within a list any name is enough.</summary>
/// <remarks>
/// A test is named by its id or that of its template, by its category, by the group of operations it belongs to, or by its operation: method and path
/// (<c>POST /payments</c>) or <c>operationId</c>.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestSelection
{
    /// <summary>Names of any kind: only tests that one of them names run. Default all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Names of any kind: no test that one of them names runs, whatever the other lists say. Default none.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Operations whose tests run. Default all.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Ids of the categories whose tests run. Default all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Ids of tests, or of their templates, that run. Default all.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>The names that name nothing in a suite, each with those that would.</summary>
    /// <param name="suite">The tests.</param>
    /// <param name="spec">The API they are for.</param>
    public IReadOnlyList<UnknownTestName> UnknownIn(GoldenTestSuite suite, ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(spec);
        var names = TestNames.Of(suite, spec);
        return
        [
            .. Unknown(nameof(Only), Only, names.All),
            .. Unknown(nameof(Excluded), Excluded, names.All),
            .. Unknown(nameof(Operations), Operations, names.Operations),
            .. Unknown(nameof(Categories), Categories, names.Categories),
            .. Unknown(nameof(Cases), Cases, names.Cases),
        ];
    }

    /// <summary>Whether a test is among those that run.</summary>
    /// <param name="test">The test.</param>
    /// <param name="spec">The API it is for.</param>
    public bool Chooses(GoldenTest test, ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(spec);
        return WhyNot(test, spec) is null;
    }

    /// <summary>Why a test does not run, in a sentence; null when it does.</summary>
    internal string? WhyNot(GoldenTest test, ApiSpec spec)
    {
        var names = TestNames.Of(test, spec);
        if (Excluded.FirstOrDefault(names.All.Contains) is { } excluded) return $"It was excluded by '{excluded}'.";
        return Chosen(Only, names.All) && Chosen(Operations, names.Operations) && Chosen(Categories, names.Categories) && Chosen(Cases, names.Cases)
            ? null
            : "It was not chosen for this run.";
    }

    private static bool Chosen(IReadOnlyList<string> wanted, IReadOnlySet<string> names) => wanted.Count == 0 || wanted.Any(names.Contains);

    private static IEnumerable<UnknownTestName> Unknown(string list, IReadOnlyList<string> names, IReadOnlySet<string> known) =>
        names.Where(name => !known.Contains(name)).Select(name => new UnknownTestName(list, name, [.. known]));
}

/// <summary>A name that names no test.</summary>
/// <param name="List">The list of <see cref="TestSelection"/> that holds it.</param>
/// <param name="Name">The name.</param>
/// <param name="Known">The names that may stand there.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record UnknownTestName(string List, string Name, IReadOnlyList<string> Known);
