namespace IntegrationCopilot.SpecEngine;

/// <summary>A part of a description that is used as a whole: what an operation sends, what it receives, or a component.</summary>
internal sealed class UsePart(bool isSent, bool isReceived, IReadOnlyList<string> operations)
{
    private Use? use;

    /// <summary>The parts that refer to this one.</summary>
    public HashSet<UsePart> UsedBy { get; } = [];

    /// <summary>By whom it is used, however many references away.</summary>
    public Use Use => use ??= Collect();

    private Use Collect()
    {
        var (sent, received) = (false, false);
        List<string> all = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<UsePart> met = [this];
        Queue<UsePart> waiting = new([this]);
        while (waiting.TryDequeue(out var part))
        {
            (sent, received) = (sent || part.IsSent, received || part.IsReceived);
            all.AddRange(part.Operations.Where(seen.Add));
            foreach (var user in part.UsedBy.Where(met.Add)) waiting.Enqueue(user);
        }
        return new Use(sent, received, all);
    }

    private bool IsSent { get; } = isSent;

    private bool IsReceived { get; } = isReceived;

    private IReadOnlyList<string> Operations { get; } = operations;
}
