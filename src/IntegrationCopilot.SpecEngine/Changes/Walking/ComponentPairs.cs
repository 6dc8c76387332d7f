namespace IntegrationCopilot.SpecEngine;

/// <summary>Which component of one version is which of the other: of the same name, else of the same content, else the one that is referred to
/// instead.</summary>
internal sealed class ComponentPairs
{
    private readonly Dictionary<RawNode, RawNode> newOf = [];
    private readonly Dictionary<RawNode, RawNode> oldOf = [];
    private readonly List<(RawNode Old, RawNode New)> renamed = [];
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);
    private readonly RawNode oldRoot;
    private readonly RawNode newRoot;

    public ComponentPairs(RawNode oldRoot, RawNode newRoot, TreeHashes hashes)
    {
        (this.oldRoot, this.newRoot) = (oldRoot, newRoot);
        foreach (var shelf in Shelves.Of(oldRoot))
        {
            var other = Counterpart(shelf);
            foreach (var component in shelf.Children)
                if (other[component.Name] is { IsDefined: true } same) Add(component, same);
            PairEqual(shelf, other, hashes);
        }
    }

    /// <summary>A pair of different names of a map that was not taken yet, in the order in which they were found; null when there is none.</summary>
    public (RawNode Old, RawNode New)? TakeRenamed(string shelf)
    {
        var at = renamed.FindIndex(pair => Shelves.NameOf(Shelves.Around(pair.Old)) == shelf);
        if (at < 0) return null;
        var pair = renamed[at];
        renamed.RemoveAt(at);
        return pair;
    }

    /// <summary>What of this map has no partner yet is gone or new.</summary>
    public void Close(string shelf) => closed.Add(shelf);

    public bool ArePaired(RawNode old, RawNode @new) => newOf.TryGetValue(old.Anchored, out var partner) && partner == @new.Anchored;

    /// <summary>Takes two components that are referred to from the same place for one, when neither has a partner and neither name is left in the other
    /// version.</summary>
    public bool TryPair(RawNode old, RawNode @new)
    {
        var (shelf, newShelf) = (Shelves.Around(old), Shelves.Around(@new));
        if (!shelf.IsDefined || !newShelf.IsDefined || Shelves.NameOf(shelf) != Shelves.NameOf(newShelf)
            || closed.Contains(Shelves.NameOf(shelf))) return false;
        if (newOf.ContainsKey(old.Anchored) || oldOf.ContainsKey(@new.Anchored)) return false;
        Add(old, @new);
        renamed.Add((old, @new));
        return true;
    }

    public bool IsPaired(RawNode component) => newOf.ContainsKey(component.Anchored) || oldOf.ContainsKey(component.Anchored);

    /// <summary>The name in the newer version of what a name meant in the older one; the name itself when nothing is known.</summary>
    public string NewName(string shelf, string name)
    {
        var old = Shelves.Of(oldRoot).FirstOrDefault(s => Shelves.NameOf(s) == shelf)[name];
        return old.IsDefined && newOf.TryGetValue(old.Anchored, out var partner) ? partner.Name : name;
    }

    private RawNode Counterpart(RawNode shelf) => Shelves.Of(newRoot).FirstOrDefault(s => Shelves.NameOf(s) == Shelves.NameOf(shelf));

    private void Add(RawNode old, RawNode @new) => (newOf[old.Anchored], oldOf[@new.Anchored]) = (@new.Anchored, old.Anchored);

    private void PairEqual(RawNode shelf, RawNode other, TreeHashes hashes)
    {
        var free = other.Children.Where(c => !IsPaired(c)).GroupBy(hashes.Of).ToDictionary(g => g.Key, g => new Queue<RawNode>(g));
        if (free.Count == 0) return;
        foreach (var component in shelf.Children.Where(c => !IsPaired(c)))
        {
            if (!free.TryGetValue(hashes.Of(component), out var same) || !same.TryDequeue(out var partner) || !hashes.AreSame(component, partner)) continue;
            Add(component, partner);
            renamed.Add((component, partner));
        }
    }
}
