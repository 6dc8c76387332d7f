using static IntegrationCopilot.SpecEngine.SchemaEffect;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Changes of schemas.</summary>
internal static class SchemaChangeRules
{
    private const string GoesOn = "{0} {1}; what was right to send stays right.";
    private const string Fewer = "{0} {1}; what is received now was allowed before.";

    public static readonly ChangeRule Unused = new("unused-schema-changed", ChangeKind.NonBreaking,
        "{0} {1}; no operation of both versions uses it.");

    public static readonly SchemaChange TypeNarrowed = new("type-narrowed", Narrowed, "{0} {1}; send only what it is now.", Fewer);
    public static readonly SchemaChange TypeWidened = new("type-widened", Widened, GoesOn, "{0} {1}; be ready for that.");
    public static readonly SchemaChange TypeChanged = new("type-changed", Both, "{0} {1}; send that.", "{0} {1}; read that.");

    public static readonly SchemaChange ValueRemoved = new("enum-value-removed", Narrowed, "{0} {1}; stop sending it.", Fewer);
    public static readonly SchemaChange ValueAdded = new("enum-value-added", Widened, GoesOn, "{0} {1}; be ready for it.");
    public static readonly SchemaChange ValuesListed = new("enum-added", Narrowed, "{0} {1}; send nothing else.", Fewer);
    public static readonly SchemaChange ValuesFree = new("enum-removed", Widened, GoesOn, "{0} {1}; be ready for other values.");
    public static readonly SchemaChange Constant = new("const-changed", Both, "{0} {1}; send that.", "{0} {1}; expect that.");

    public static readonly SchemaChange FormatNarrowed = new("format-narrowed", Narrowed, "{0} {1}; send only that.", Fewer);
    public static readonly SchemaChange FormatWidened = new("format-widened", Widened, GoesOn, "{0} {1}; be ready for other forms.");
    public static readonly SchemaChange FormatChanged = new("format-changed", Both, "{0} {1}; send that.", "{0} {1}; read that.");

    public static readonly SchemaChange LimitNarrowed = new("limit-narrowed", Narrowed, "{0} {1}; keep to that.", Fewer);
    public static readonly SchemaChange LimitWidened = new("limit-widened", Widened, GoesOn, "{0} {1}; be ready for values that were not allowed before.");
    public static readonly SchemaChange LimitChanged = new("limit-changed", Both, "{0} {1}; keep to that.", "{0} {1}; be ready for that.");

    public static readonly SchemaChange PropertyRemoved = new("property-removed", Both, "{0} {1}; stop sending it.", "{0} {1}; do without it.");
    public static readonly SchemaChange PropertyAdded = new("property-added", None,
        "{0} {1} and may be sent.", "{0} {1}; clients that do not know it pass over it.");
    public static readonly SchemaChange BecameRequired = new("property-became-required", Narrowed, "{0} {1}; send it always.", Fewer);
    public static readonly SchemaChange BecameOptional = new("property-became-optional", Widened, GoesOn, "{0} {1}; be ready to do without it.");
    public static readonly SchemaChange RequiredGone = new("required-name-removed", None,
        "{0} {1}; that it is gone is judged on its own.", "{0} {1}; that it is gone is judged on its own.");
    public static readonly SchemaChange OthersRefused = new("other-properties-refused", Narrowed, "{0} {1}; send only the properties described.", Fewer);

    // That receivers pass over properties they do not know is what lets any API grow; the same is said of properties that are added.
    public static readonly SchemaChange OthersAllowed = new("other-properties-allowed", None, GoesOn,
        "{0} {1}; clients pass over those that they do not know.");
    public static readonly SchemaChange CannotBeSent = new("became-read-only", Narrowed, "{0} {1}; stop sending it.", "{0} {1}; answers stay the same.");
    public static readonly SchemaChange CanBeSent = new("no-longer-read-only", None, "{0} {1} and may be sent.", "{0} {1}; answers stay the same.");
    public static readonly SchemaChange NotReceived = new("became-write-only", Widened, "{0} {1}; requests stay the same.", "{0} {1}; do without it.");
    public static readonly SchemaChange IsReceived = new("no-longer-write-only", None, "{0} {1}; requests stay the same.", "{0} {1} and can be received.");

    public static readonly SchemaChange ChoiceRemoved = new("choice-removed", Narrowed, "{0} {1}; send one of the others.", Fewer);
    public static readonly SchemaChange ChoiceAdded = new("choice-added", Widened, GoesOn, "{0} {1}; be ready for it.");
    public static readonly SchemaChange ConstraintAdded = new("constraint-added", Narrowed, "{0} {1}; keep to that.", Fewer);
    public static readonly SchemaChange ConstraintRemoved = new("constraint-removed", Widened, GoesOn,
        "{0} {1}; be ready for values that were not allowed before.");
    public static readonly SchemaChange ConstraintChanged = new("constraint-changed", Both,
        "{0} {1}, and it cannot be told whether it allows more or less; check what you send.",
        "{0} {1}, and it cannot be told whether it allows more or less; check what you read.");

    public static readonly SchemaChange Discriminator = new("discriminator-changed", Both,
        "{0} {1}; tell kinds apart that way.", "{0} {1}; tell kinds apart that way.");
    public static readonly SchemaChange KindRemoved = new("discriminator-value-removed", Narrowed, "{0} {1}; stop sending it.", Fewer);
    public static readonly SchemaChange KindAdded = new("discriminator-value-added", Widened, GoesOn, "{0} {1}; be ready for it.");
    public static readonly SchemaChange MediaNarrowed = new("media-type-narrowed", Narrowed, "{0} {1}; send only that.", Fewer);
    public static readonly SchemaChange MediaWidened = new("media-type-widened", Widened, GoesOn, "{0} {1}; be ready for any of them.");
    public static readonly SchemaChange Xml = new("xml-changed", Both, "{0} {1}; write XML that way.", "{0} {1}; read XML that way.");

    // Who leaves a value out relies on what the description said it would be; where it said nothing, nobody could.
    public static readonly SchemaChange DefaultChanged = new("default-changed", Narrowed, "{0} {1}; send the value where you relied on the old one.", Fewer);
    public static readonly SchemaChange DefaultAdded = new("default-added", None, GoesOn, Fewer);
    public static readonly SchemaChange Moved = new("schema-restructured", None,
        "{0} {1}, and means the same; requests stay the same.", "{0} {1}, and means the same; answers stay the same.");

    private static IReadOnlyList<SchemaChange> Changes { get; } =
        [TypeNarrowed, TypeWidened, TypeChanged, ValueRemoved, ValueAdded, ValuesListed, ValuesFree, Constant,
        FormatNarrowed, FormatWidened, FormatChanged, LimitNarrowed, LimitWidened, LimitChanged, PropertyRemoved, PropertyAdded, BecameRequired, BecameOptional,
        RequiredGone,
        OthersRefused, OthersAllowed, CannotBeSent, CanBeSent, NotReceived, IsReceived, ChoiceRemoved, ChoiceAdded, ConstraintAdded, ConstraintRemoved,
        ConstraintChanged, Discriminator, KindRemoved, KindAdded, MediaNarrowed, MediaWidened, Xml, DefaultChanged, DefaultAdded, Moved];

    public static IReadOnlyList<ChangeRule> All { get; } = [Unused, .. Changes.SelectMany(change => new[] { change.Sent, change.Received })];
}
