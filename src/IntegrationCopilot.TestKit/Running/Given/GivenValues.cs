using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Checks what somebody gives for a run before anything is sent.</summary>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class GivenValues
{
    /// <summary>Everything that is wrong with the values and bodies of a run: wrong types, what the schema of their place refuses, unknown places.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="suite">The tests.</param>
    /// <param name="options">How the suite is to be run; <see cref="RunOptions.Values"/> and <see cref="RunOptions.Bodies"/> are looked at.</param>
    /// <returns>Each problem once, in sentences that quote no value; empty when all is well.</returns>
    public static IReadOnlyList<TemplateProblem> Check(ApiSpec spec, GoldenTestSuite suite, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Values.Count == 0 && options.Bodies.Count == 0) return [];
        return new GivenValueCheck(spec, suite, options).Run();
    }

    /// <summary>Whether a name is that of a place, <c>OPERATION:PLACE</c>, rather than of a variable.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="name">The name.</param>
    public static bool IsPlace(ApiSpec spec, string name)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(name);
        return GivenPlace.Read(spec, name) is not null;
    }
}
