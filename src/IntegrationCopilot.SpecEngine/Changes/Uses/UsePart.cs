namespace IntegrationCopilot.SpecEngine;

/// <summary>A part of a description that is used as a whole: what an operation sends, what it receives, or a component.</summary>
internal sealed class UsePart(bool isSent, bool isReceived, IReadOnlyList<string> operations)
{
    private readonly HashSet<UsePart> usedBy = [];
    private readonly List<UsePart> uses = [];
    private readonly IReadOnlyList<string> ownOperations = operations;
    private Use? use;

    public bool IsSent { get; private set; } = isSent;

    public bool IsReceived { get; private set; } = isReceived;

    /// <summary>By whom it is used, however many references away. Which operations these are is looked up when it is asked, which most parts are not.</summary>
    public Use Use => use ??= new Use(IsSent, IsReceived, new Lazy<IReadOnlyList<string>>(Operations));

    public void AddUser(UsePart user)
    {
        if (user != this && usedBy.Add(user)) user.uses.Add(this);
    }

    /// <summary>Tells all parts that this one refers to, however many references away, by whom they are used.</summary>
    public void Spread()
    {
        Queue<UsePart> waiting = new([this]);
        while (waiting.TryDequeue(out var part))
        {
            foreach (var other in part.uses)
            {
                if ((!part.IsSent || other.IsSent) && (!part.IsReceived || other.IsReceived)) continue;
                (other.IsSent, other.IsReceived) = (other.IsSent || part.IsSent, other.IsReceived || part.IsReceived);
                waiting.Enqueue(other);
            }
        }
    }

    private List<string> Operations()
    {
        List<string> all = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<UsePart> met = [this];
        Queue<UsePart> waiting = new([this]);
        while (all.Count < ApiChange.MaxOperations && waiting.TryDequeue(out var part))
        {
            all.AddRange(part.ownOperations.Where(seen.Add));
            foreach (var user in part.usedBy.Where(met.Add)) waiting.Enqueue(user);
        }
        return all;
    }
}
