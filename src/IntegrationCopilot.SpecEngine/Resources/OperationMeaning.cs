namespace IntegrationCopilot.SpecEngine;

/// <summary>What an operation is for: its effect, and its part in the life of a resource.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class OperationMeaning
{
    /// <summary>The operation.</summary>
    public required ApiOperation Operation { get; init; }

    /// <summary>What calling it does. Never <see cref="OperationEffect.Safe"/> only because nothing else was found.</summary>
    public required OperationEffect Effect { get; init; }

    /// <summary>0 to 1: how sure the document makes us of <see cref="Effect"/>.</summary>
    public required double Confidence { get; init; }

    /// <summary>What told the effect, the deciding evidence first.</summary>
    public IReadOnlyList<ResourceEvidence> Evidence { get; init; } = [];

    /// <summary>The resource it belongs to; null when it belongs to none.</summary>
    public ApiResource? Resource { get; init; }

    /// <summary>Its part in the life of <see cref="Resource"/>; <see cref="ResourceRole.None"/> exactly when that is null.</summary>
    public ResourceRole Role { get; init; }

    /// <summary>What else is known of it.</summary>
    public OperationTraits Traits { get; init; }
}

/// <summary>The part an operation has in the life of a resource.</summary>
public enum ResourceRole
{
    /// <summary>None.</summary>
    None,

    /// <summary>Makes a thing.</summary>
    Create,

    /// <summary>Lists things.</summary>
    List,

    /// <summary>Gives one thing.</summary>
    Read,

    /// <summary>Changes parts of a thing.</summary>
    Update,

    /// <summary>Puts a thing in the place of another under the same identifier.</summary>
    Replace,

    /// <summary>Removes a thing.</summary>
    Delete,

    /// <summary>Anything else that is done with a thing: capture, cancel, move, or several at once.</summary>
    Action,
}

/// <summary>What else is known of an operation.</summary>
[Flags]
public enum OperationTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It answers with a token or a session: safe, and other calls need it.</summary>
    IssuesToken = 1,

    /// <summary>It names no single thing: it acts on the caller's account, on settings, or on everything there is.</summary>
    AccountWide = 2,

    /// <summary>It takes several things at once.</summary>
    Bulk = 4,

    /// <summary>It accepts work that ends later.</summary>
    StartsWork = 8,

    /// <summary>It gives or takes rights: a wrong request that is taken all the same lets somebody in, or keeps somebody out.</summary>
    ChangesRights = 16,
}
