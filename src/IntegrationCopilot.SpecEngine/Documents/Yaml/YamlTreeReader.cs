using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Reads one YAML document into a raw tree in one pass over the parser's events.</summary>
internal sealed class YamlTreeReader
{
    private const int BytesPerNode = 20;
    private readonly ReadLimits limits;
    private readonly RawTreeBuilder tree;
    private readonly Utf8TextBuffer texts;
    private readonly YamlAnchors anchors = new();
    private readonly YamlSource source;
    private readonly List<Frame> open = [];
    private readonly List<int> merges = [];
    private readonly List<YamlNote> notes = [];
    private long expandedNodes;
    private Key? key;

    private YamlTreeReader(string text, ReadLimits limits)
    {
        this.limits = limits;
        source = new YamlSource(text);
        tree = new RawTreeBuilder(NodesExpected(text, limits));
        texts = new Utf8TextBuffer(text.Length * 3 / 4);
    }

    /// <summary>
    /// Descriptions have about one node to a line: some lines begin two, texts go on over others. A file of short lines gets no more room than its bytes can
    /// need.
    /// </summary>
    private static int NodesExpected(string text, ReadLimits limits)
    {
        var lines = 1 + text.AsSpan().Count('\n');
        return Math.Min(Math.Min(lines + (lines / 10), text.Length / BytesPerNode), limits.MaxNodes);
    }

    /// <summary>Reads text without a byte order mark.</summary>
    public static RawReadResult Read(string text, string name, ReadLimits limits, CancellationToken cancellationToken)
    {
        var positions = TextPositions.OfUtf16(text);
        var problems = new List<SpecProblem>();
        if (!YamlCharacters.Check(text, name, positions, problems)) return new RawReadResult(null, problems);
        var reader = new YamlTreeReader(text, limits);
        var stop = reader.ReadEvents(cancellationToken);
        var document = stop is { Rule.Severity: ProblemSeverity.Error, KeepsDocument: false } || reader.tree.Count == 0
            ? null
            : reader.Finish(name, positions, problems);
        if (stop is not null) problems.Add(stop.Rule.At(PositionOf(name, positions, stop.Position), stop.Values));
        return new RawReadResult(document, problems);
    }

    private YamlStop? ReadEvents(CancellationToken cancellationToken)
    {
        try
        {
            var parser = new Parser(new StringReader(source.Text));
            while (Advance(parser))
            {
                if ((tree.Count & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
                if (Handle(parser) is { } stop) return stop;
            }
            return null;
        }
        catch (YamlException error)
        {
            return YamlErrors.Describe(error, source);
        }
    }

    /// <summary>Goes on to the next event. The parser throws bare exceptions at some texts, which are the text's fault like all others.</summary>
    private bool Advance(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception error) when (error is not YamlException)
        {
            throw YamlErrors.OfBare(error, parser.Current, source.Text);
        }
    }

    private YamlStop? Handle(Parser parser) => parser.Current switch
    {
        DocumentStart start when tree.Count > 0 => SecondDocument(parser, start),
        Scalar scalar when IsKey => TakeKey(scalar),
        Scalar scalar => AddScalar(scalar),
        AnchorAlias alias when IsKey => TakeAliasAsKey(alias),
        AnchorAlias alias => AddAlias(alias),
        MappingStart or SequenceStart when IsKey => new YamlStop(YamlRules.ComplexKey, source.Position(parser.Current.Start.Index)),
        MappingStart mapping => AddContainer(RawKind.Object, mapping),
        SequenceStart sequence => AddContainer(RawKind.Array, sequence),
        MappingEnd or SequenceEnd => CloseContainer(),
        _ => null,
    };

    private bool IsKey => open.Count > 0 && open[^1].IsMapping && key is null;

    /// <summary>An empty document after a closing <c>---</c> is no second document.</summary>
    private YamlStop? SecondDocument(Parser parser, DocumentStart start)
    {
        if (!Advance(parser) || parser.Current is Scalar { Value: "", Style: ScalarStyle.Plain }) return null;
        return new YamlStop(YamlRules.SeveralDocuments, source.Position(start.Start.Index)) { KeepsDocument = true };
    }

    private YamlStop? TakeKey(Scalar scalar)
    {
        var (start, length) = texts.Append(source.Restore(scalar.Value));
        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
        key = new Key(start, length, source.Position(scalar.Start.Index), isPlain && scalar.Value == "<<", isPlain && IsOtherThanText(scalar.Value));
        if (!scalar.Anchor.IsEmpty) anchors.Open(scalar.Anchor, -1);
        return null;
    }

    /// <summary>Response codes are the whole numbers every vendor leaves unquoted; they are not worth a word.</summary>
    private static bool IsOtherThanText(string value) =>
        YamlScalars.ResolvePlain(value).Kind is var kind
            && (kind is RawKind.Null or RawKind.True or RawKind.False || (kind == RawKind.Number && value.Contains('.')));

    private YamlStop? TakeAliasAsKey(AnchorAlias alias)
    {
        if (anchors.Find(alias.Value) is not { Entry: >= 0 } anchored)
            return new YamlStop(YamlRules.UndefinedAlias, source.Position(alias.Start.Index), alias.Value.Value);
        ref var entry = ref tree[anchored.Entry];
        if (entry.Kind is RawKind.Object or RawKind.Array) return new YamlStop(YamlRules.ComplexKey, source.Position(alias.Start.Index));
        key = new Key(entry.ValueStart, entry.ValueLength, source.Position(alias.Start.Index), IsMerge: false, IsOtherThanText: false);
        return null;
    }

    private YamlStop? AddScalar(Scalar scalar)
    {
        if (Begin(scalar) is { } stop) return stop;
        var (kind, text) = YamlScalars.Resolve(scalar);
        var index = AddEntry(kind, source.Position(scalar.Start.Index));
        if (kind is RawKind.String or RawKind.Number)
            (tree[index].ValueStart, tree[index].ValueLength) = texts.Append(source.Restore(text));
        NoteScalar(scalar, kind, index);
        anchors.Open(scalar.Anchor, index);
        anchors.Close(scalar.Anchor, index, 1, 0);
        return null;
    }

    private void NoteScalar(Scalar scalar, RawKind kind, int index)
    {
        if (scalar.Tag.IsEmpty)
        {
            if (kind == RawKind.String && scalar.Style == ScalarStyle.Plain && YamlScalars.IsNotFinite(scalar.Value))
                Note(YamlRules.NotFinite, index, scalar.Value);
            return;
        }
        NoteTag(scalar.Tag, index);
        if (YamlTags.Mismatches(scalar.Tag, kind)) Note(YamlRules.TagMismatch, index, Excerpt.Of(scalar.Value), Excerpt.Of(scalar.Tag.Value));
    }

    private YamlStop? AddAlias(AnchorAlias alias)
    {
        if (Begin(alias) is { } stop) return stop;
        var name = alias.Value.Value;
        if (anchors.Find(alias.Value) is not { Entry: >= 0 } anchored)
            return new YamlStop(YamlRules.UndefinedAlias, source.Position(alias.Start.Index), Excerpt.Of(name));
        if (anchored.IsOpen) return new YamlStop(YamlRules.CircularAlias, source.Position(alias.Start.Index), Excerpt.Of(name));
        if (open.Count + anchored.Height >= limits.MaxDepth) return new YamlStop(SpecRules.TooDeep, source.Position(alias.Start.Index), limits.MaxDepth);
        expandedNodes += anchored.ExpandedNodes;
        if (expandedNodes > limits.MaxExpandedNodes) return new YamlStop(YamlRules.AliasExpansion, source.Position(alias.Start.Index), limits.MaxExpandedNodes);
        RaiseHeight(anchored.Height + 1);
        var index = AddEntry(RawKind.Null, source.Position(alias.Start.Index));
        (tree[index].Flags, tree[index].ValueStart) = (RawEntryFlags.Alias, anchored.Entry);
        return null;
    }

    private YamlStop? AddContainer(RawKind kind, NodeEvent start)
    {
        if (Begin(start) is { } stop) return stop;
        var index = AddEntry(kind, source.Position(start.Start.Index));
        if (!start.Tag.IsEmpty) NoteTag(start.Tag, index);
        anchors.Open(start.Anchor, index);
        open.Add(new Frame(index, kind == RawKind.Object, start.Anchor, expandedNodes - 1));
        return null;
    }

    private YamlStop? CloseContainer()
    {
        var frame = open[^1];
        open.RemoveAt(open.Count - 1);
        tree.Close();
        anchors.Close(frame.Anchor, frame.Entry, expandedNodes - frame.ExpandedBefore, frame.Height);
        RaiseHeight(frame.Height + 1);
        return null;
    }

    private YamlStop? Begin(ParsingEvent start)
    {
        if (tree.Count >= limits.MaxNodes) return new YamlStop(SpecRules.TooManyNodes, source.Position(start.Start.Index), limits.MaxNodes);
        if (open.Count >= limits.MaxDepth) return new YamlStop(SpecRules.TooDeep, source.Position(start.Start.Index), limits.MaxDepth);
        expandedNodes++;
        RaiseHeight(1);
        return null;
    }

    private void RaiseHeight(int height)
    {
        if (open.Count > 0) open[^1].Height = Math.Max(open[^1].Height, height);
    }

    private int AddEntry(RawKind kind, int position)
    {
        ref var entry = ref tree.Add(kind, key?.Position ?? position);
        var index = tree.Count - 1;
        if (key is not { } name) return index;
        (entry.NameStart, entry.NameLength) = (name.Start, name.Length);
        if (name.IsMerge) merges.Add(index);
        if (name.IsOtherThanText) Note(YamlRules.KeyNotText, index, Excerpt.Of(texts.Text(name.Start, name.Length)));
        key = null;
        return index;
    }

    private void NoteTag(TagName tag, int index)
    {
        if (!YamlTags.IsKnown(tag)) Note(YamlRules.UnknownTag, index, Excerpt.Of(tag.IsLocal ? tag.Value : tag.ToString()));
    }

    private void Note(SpecRule rule, int index, params object[] values)
    {
        if (notes.Count < limits.MaxProblems) notes.Add(new YamlNote(rule, index, values));
    }

    private RawDocument Finish(string name, TextPositions positions, List<SpecProblem> problems)
    {
        var text = texts.ToMemory();
        var entries = tree.Complete();
        var moved = merges.Count == 0 ? null : YamlMerges.Apply(ref entries, merges, text, notes);
        var document = new RawDocument(name, DocumentFormat.Yaml, text, entries, positions);
        foreach (var note in notes)
            if ((moved is null ? note.Entry : moved[note.Entry]) is >= 0 and var entry) problems.Add(note.Rule.At(new RawNode(document, entry), note.Values));
        return document;
    }

    private static SourceLocation PositionOf(string name, TextPositions positions, int position)
    {
        var (line, column) = positions.At(position);
        return new SourceLocation(name, "", line, column);
    }

    private readonly record struct Key(int Start, int Length, int Position, bool IsMerge, bool IsOtherThanText);

    private sealed class Frame(int entry, bool isMapping, AnchorName anchor, long expandedBefore)
    {
        public int Entry { get; } = entry;

        public bool IsMapping { get; } = isMapping;

        public AnchorName Anchor { get; } = anchor;

        public long ExpandedBefore { get; } = expandedBefore;

        public int Height { get; set; }
    }
}
