using YamlDotNet.Core;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The anchored nodes met so far, with what each costs when an alias is written out.</summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<AnchorName, AnchoredNode> nodes = [];

    /// <summary>Notes a node at its start; its cost is known at its end.</summary>
    public void Open(AnchorName name, int entry)
    {
        if (!name.IsEmpty) nodes[name] = new AnchoredNode(entry, 0, 0, IsOpen: true);
    }

    public void Close(AnchorName name, int entry, long expandedNodes, int height)
    {
        if (!name.IsEmpty && nodes[name].Entry == entry) nodes[name] = new AnchoredNode(entry, expandedNodes, height, IsOpen: false);
    }

    public AnchoredNode? Find(AnchorName name) => nodes.TryGetValue(name, out var node) ? node : null;
}

/// <summary>An anchored node.</summary>
/// <param name="Entry">Its index.</param>
/// <param name="ExpandedNodes">Nodes in it, itself included, with aliases written out.</param>
/// <param name="Height">Levels beneath it, with aliases written out.</param>
/// <param name="IsOpen">Whether its end has not been read yet: an alias to it now is circular.</param>
internal sealed record AnchoredNode(int Entry, long ExpandedNodes, int Height, bool IsOpen);
