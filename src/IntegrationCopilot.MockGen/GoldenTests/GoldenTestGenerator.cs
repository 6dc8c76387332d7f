using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Derives golden tests from the description of an API.</summary>
/// <remarks>
/// <para>There are 38 templates in ten categories, six for pagination and eight for the life of things. Each is asked for every
/// group of the API, those about webhooks once for the whole document; each gives a test, or the reason why it does not apply. Contract
/// tests hold each operation to its own description besides.</para>
/// <para>Requests are made of the document's examples where they conform, else of its schemas. What a real API cannot know, such as a made-up identifier,
/// becomes a variable.</para>
/// <para>The same document and seed give the same suite.</para>
/// </remarks>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class GoldenTestGenerator
{
    /// <summary>Derives the suite.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tests in the order of their categories, then of the API's groups.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="GoldenTestOptions.Budget"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GoldenTestSuite Generate(ApiSpec spec, GoldenTestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        options ??= new GoldenTestOptions();
        if (options.Budget is { } budget) ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1, nameof(options));
        var material = new TestMaterial(spec, options);
        var groups = spec.Groups.Select(group => new GroupSubject(material, group)).ToList();
        var tests = new List<GoldenTest>();
        foreach (var template in GoldenTemplates.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (template.Category == TestCategoryIds.Webhook) tests.Add(template.ForDocument(material));
            else tests.AddRange(groups.Select(template.ForGroup));
        }

        tests.AddRange(ContractTests.Of(material, options.Budget, cancellationToken));
        return new GoldenTestSuite { Title = spec.Title, Version = spec.Version, Seed = options.Seed, Tests = tests,
            Producers = ProducerCalls.Of(material, tests, cancellationToken) };
    }
}
