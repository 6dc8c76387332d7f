using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes samples for one direction of messages: first the straight way, then searching, then as small as can be, and at last what comes near.
/// </summary>
internal sealed class SampleMaker(SchemaSet schemas, MessageDirection direction)
{
    private const int MaxNotes = 20;
    private static readonly SampleEffort[] Efforts = [SampleEffort.Straight, SampleEffort.Searching, SampleEffort.Smallest];
    private readonly SampleTools tools = new(schemas, direction);

    public SampleJudge Judge => tools.Judge;

    /// <summary>Makes a value.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="place">Where it is made; its hint may be an example that does not conform as a whole.</param>
    /// <param name="wire">What it travels in.</param>
    public SampleResult Make(RawNode schema, SamplePlace place, SampleWire wire)
    {
        if (TryMake(schema, place, wire) is { } made) return made;
        var widest = wire.Widest;
        return (widest == wire ? null : TryMake(schema, place, widest)) ?? Nearest(schema, place, widest);
    }

    private SampleResult? TryMake(RawNode schema, SamplePlace place, SampleWire wire)
    {
        foreach (var effort in Efforts)
        {
            var builder = new SampleBuilder(tools, effort, wire);
            var made = builder.BuildRoot(schema, place);
            if (!made.Made || !wire.Carrier.Carries(made.Value, inside: false)) continue;
            var json = SampleText.Write(made.Value).ToArray();
            if (Judge.Accepts(schema, json) && wire.Arrives(json))
                return new SampleResult { Json = json, Origin = SampleOrigin.Generated, Invented = InventedParts.Of(made.Value, builder.IsGiven) };
        }
        return null;
    }

    private SampleResult Nearest(RawNode schema, SamplePlace place, SampleWire wire)
    {
        var builder = new SampleBuilder(tools, SampleEffort.Nearest, wire);
        var made = builder.BuildRoot(schema, place);
        var json = SampleText.Write(made.Value).ToArray();
        var notes = Notes(schema, json, wire);
        return new SampleResult { Json = json, Origin = SampleOrigin.Generated, Invented = InventedParts.Of(made.Value, builder.IsGiven), Notes = notes,
            Problem = SampleNotes.Sentence(notes) };
    }

    private List<SampleNote> Notes(RawNode schema, byte[] json, SampleWire wire)
    {
        if (schema.Kind == RawKind.False) return [new SampleNote { Kind = SampleNoteKind.AcceptsNothing, Source = schema.Location }];
        if (tools.Flattener.Heights.Of(schema) >= SchemaHeights.Endless) return [new SampleNote { Kind = SampleNoteKind.Endless, Source = schema.Location }];
        SampleNote[] certain = new SchemaContradictions(tools).Find(schema) is { } contradiction ? [contradiction] : [];
        var found = Judge.Findings(schema, json).Where(f => f.Severity == FindingSeverity.Error).Select(SampleNotes.Of);
        var notes = certain.Concat(found.Where(n => !certain.Any(c => c.Source == n.Source && c.Pointer == n.Pointer))).Take(MaxNotes).ToList();
        if (notes.Count == 0) notes = [.. wire.Findings(json).Take(MaxNotes).Select(SampleNotes.OfWire)];
        return notes.Count > 0
            ? notes.ConvertAll(n => n.Source is null ? n with { Source = schema.Location } : n)
            : [new SampleNote { Kind = wire.IsPlain ? SampleNoteKind.Unmet : SampleNoteKind.CannotBeCarried, Source = schema.Location }];
    }
}
