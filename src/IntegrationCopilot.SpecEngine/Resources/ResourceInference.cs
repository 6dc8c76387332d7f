using System.Runtime.CompilerServices;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Concludes what an API's things are from what its document says.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
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

    extension(ApiSpec spec)
    {
        /// <summary>The API understood as things: what each operation does to which resource, and which call supplies what another needs.</summary>
        /// <remarks>Concluded when first asked for, once for each instance.</remarks>
        public ResourceModel Resources => Known.GetValue(spec, Infer);
    }
}
