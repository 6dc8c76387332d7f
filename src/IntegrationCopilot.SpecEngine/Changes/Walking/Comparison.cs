namespace IntegrationCopilot.SpecEngine;

/// <summary>Two versions, and what is asked of them while they are compared.</summary>
internal sealed class Comparison(ComparedSpec old, ComparedSpec @new, CancellationToken cancellationToken)
{
    public ComparedSpec Old { get; } = old;

    public ComparedSpec New { get; } = @new;

    public TreeHashes Hashes { get; } = new();

    public ComponentPairs Components => field ??= new ComponentPairs(Old.Root, New.Root, Hashes);

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether two references lead to what is one thing in both versions, and is compared where it stands.</summary>
    public bool IsComparedElsewhere(RawNode oldTarget, RawNode newTarget)
    {
        if (Components.ArePaired(oldTarget, newTarget)) return true;
        if (Components.IsPaired(oldTarget) || Components.IsPaired(newTarget)) return false;
        return Old.NameOf(oldTarget.Document!) == New.NameOf(newTarget.Document!) && !Shelves.Around(oldTarget).IsDefined
            && oldTarget.Pointer == newTarget.Pointer;
    }
}
