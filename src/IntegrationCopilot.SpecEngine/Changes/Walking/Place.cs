using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A place in both versions: what stands there, how one comes there, and who meets it.</summary>
internal sealed class Place
{
    private readonly string oldToken;
    private readonly string newToken;

    /// <summary>The start of a comparison.</summary>
    public Place(RawNode old, RawNode @new, ObjectShape? shape, Use use)
    {
        (Old, New, Shape, Use) = (old, @new, shape, use);
        (oldToken, newToken) = ("", "");
    }

    private Place(Place parent, string oldToken, string newToken, RawNode old, RawNode @new)
    {
        (Parent, this.oldToken, this.newToken, Old, New) = (parent, oldToken, newToken, old, @new);
        Use = parent.Use;
    }

    public Place? Parent { get; }

    /// <summary>What stands there in the older version; undefined when it was added.</summary>
    public RawNode Old { get; }

    /// <summary>What stands there in the newer version; undefined when it was removed.</summary>
    public RawNode New { get; }

    /// <summary>The object of the standard that stands there; null for lists and plain values.</summary>
    public ObjectShape? Shape { get; init; }

    public Use Use { get; init; }

    /// <summary>Whether it is another place that is meant by the one around it.</summary>
    public bool IsFollowed { get; private init; }

    /// <summary>What the place is in, however many references were followed.</summary>
    public Place? Holder => IsFollowed ? Parent!.Holder : Parent;

    public bool IsAdded => !Old.IsDefined;

    public bool IsRemoved => !New.IsDefined;

    /// <summary>The name of the member or number of the item, in the older version where it is there.</summary>
    public string Name => IsAdded ? newToken : oldToken;

    public string NewName => newToken;

    /// <summary>The version in which it stands: the newer one, unless it was removed.</summary>
    public RawNode Either => IsRemoved ? Old : New;

    public bool Is(string shape) => Shape?.Name == shape;

    /// <summary>A member of both objects, or of one of them.</summary>
    public Place Member(RawNode old, RawNode @new, ValueShape inside, Use? use = null) =>
        new(this, old.IsDefined ? old.Name : "", @new.IsDefined ? @new.Name : "", old, @new) { Shape = inside.Object, Use = use ?? Use };

    /// <summary>An item of both lists, or of one of them.</summary>
    public Place Item(string oldAt, string newAt, RawNode old, RawNode @new, ObjectShape? shape) => new(this, oldAt, newAt, old, @new) { Shape = shape };

    /// <summary>The same place, where references were followed.</summary>
    public Place At(RawNode old, RawNode @new) => new(this, "", "", old, @new) { Shape = Shape, IsFollowed = true };

    /// <summary>The nearest object of that name around it.</summary>
    public Place? Around(string shape)
    {
        for (var at = Parent; at is not null; at = at.Parent)
            if (at.Is(shape)) return at;
        return null;
    }

    public SourceLocation? OldLocation => LocationOf(Old, p => p.Old, p => p.oldToken);

    public SourceLocation? NewLocation => LocationOf(New, p => p.New, p => p.newToken);

    /// <summary>
    /// The pointer is that of the way taken: what YAML aliases stand for lies at every place that names it, and its own pointer would be the anchor's.
    /// </summary>
    private SourceLocation? LocationOf(RawNode node, Func<Place, RawNode> side, Func<Place, string> token)
    {
        if (!node.IsDefined) return null;
        List<string> tokens = [];
        var at = this;
        for (; at.Parent is not null; at = at.Parent) tokens.Add(token(at));
        // A tree that was made of another has no way of its own; its nodes know where they come from.
        if (side(at).Document is { } document && side(at).Index != 0 && !side(at).Parent.IsDefined && document.Root != side(at)) return node.Location;
        var pointer = new StringBuilder(side(at).Pointer);
        for (var i = tokens.Count - 1; i >= 0; i--) NodePointer.Append(pointer, tokens[i]);
        var (line, column) = node.Document!.PositionOf(node.Index);
        return new SourceLocation(node.Document.Name, pointer.ToString(), line, column);
    }
}
