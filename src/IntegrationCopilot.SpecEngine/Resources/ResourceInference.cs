using System.Runtime.CompilerServices;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Concludes what an API's things are from what its document says.</summary>
public static class ResourceInference
{
    private static readonly ConditionalWeakTable<ApiSpec, ResourceModel> Known = [];

    /// <summary>The things of an API. Takes time linear in the number of operations; never throws because of what a document says.</summary>
    /// <param name="spec">The API.</param>
    public static ResourceModel Infer(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new ModelBuilder(spec).Build();
    }

    /// <summary>The same, concluded once for each instance.</summary>
    internal static ResourceModel Of(ApiSpec spec) => Known.GetValue(spec, Infer);
}
