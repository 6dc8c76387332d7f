namespace IntegrationCopilot.SpecEngine;

/// <summary>What one capability is told by.</summary>
internal abstract class CapabilityRule
{
    /// <summary>One of <see cref="CapabilityIds"/>.</summary>
    public abstract string Id { get; }

    /// <summary>
    /// How sure a document that shows nothing makes us that there is nothing: 1 where documents cannot leave it out, about a half where they often do.
    /// </summary>
    public abstract double AbsentConfidence { get; }

    /// <summary>Looks at one operation under <c>paths</c>.</summary>
    public abstract void Look(ApiOperation operation, CapabilityFindings findings);

    /// <summary>Looks at what belongs to no operation.</summary>
    public virtual void Look(ApiSpec spec, CapabilityFindings findings)
    {
    }
}
