namespace IntegrationCopilot.SpecEngine;

/// <summary>One difference between two versions of a description: what, where on both sides, and whom it concerns.</summary>
/// <remarks>
/// It covers what stands at its places and beneath them, so that everything that differs is covered by exactly one change. Two sorts cover only the place
/// itself, because what is inside is compared on its own: <c>order-changed</c>, and those of a path, media type or component that has another name now.
/// </remarks>
/// <param name="Rule">The way in which they differ.</param>
/// <param name="Message">One sentence: what changed, and what a client has to do about it. Not safe for HTML or terminals as it is: it quotes the
/// documents.</param>
/// <param name="Old">Where it stands in the older version; null when it was added.</param>
/// <param name="New">Where it stands in the newer version; null when it was removed.</param>
/// <param name="Operations">
/// <see cref="ApiOperation.Id"/> of the operations that it concerns, by their names in the older version where they have one; empty when it concerns none, and
/// at most <see cref="MaxOperations"/> of them, because a schema that all share would name all of a large API.
/// </param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiChange(ChangeRule Rule, string Message, SourceLocation? Old, SourceLocation? New, IReadOnlyList<string> Operations)
{
    /// <summary>Operations of one change that are named at most.</summary>
    public const int MaxOperations = 100;

    /// <summary>What it means for clients.</summary>
    public ChangeKind Kind => Rule.Kind;
}
