namespace IntegrationCopilot.SpecEngine;

/// <summary>The kinds of value a field may have.</summary>
[Flags]
internal enum ValueKinds : byte
{
    None = 0,
    Object = 1,
    Array = 2,
    Text = 4,
    Number = 8,
    Boolean = 16,
    Null = 32,
    Anything = 63,
}

/// <summary>What the standard lets stand in one place: which kinds of value, and what is inside them.</summary>
internal sealed class ValueShape(ValueKinds kinds, ObjectShape? members = null, ValueShape? items = null)
{
    /// <summary>Anything at all; what is inside is nobody's business.</summary>
    public static readonly ValueShape Any = new(ValueKinds.Anything);
    public static readonly ValueShape Text = new(ValueKinds.Text);
    public static readonly ValueShape Boolean = new(ValueKinds.Boolean);
    public static readonly ValueShape Number = new(ValueKinds.Number);
    public static readonly ValueShape Texts = List(Text);

    /// <summary>A list whose items are anybody's business.</summary>
    public static readonly ValueShape Values = List(Any);

    public ValueKinds Kinds { get; } = kinds;

    /// <summary>The object, when objects may stand here and are looked into.</summary>
    public ObjectShape? Object { get; } = members;

    /// <summary>The items, when lists may stand here.</summary>
    public ValueShape? Items { get; } = items;

    public static ValueShape List(ValueShape items) => new(ValueKinds.Array, items: items);

    public static ValueShape Of(ObjectShape shape) => new(ValueKinds.Object, shape);

    public static ValueKinds KindOf(RawKind kind) => kind switch
    {
        RawKind.Object => ValueKinds.Object,
        RawKind.Array => ValueKinds.Array,
        RawKind.String => ValueKinds.Text,
        RawKind.Number => ValueKinds.Number,
        RawKind.True or RawKind.False => ValueKinds.Boolean,
        RawKind.Null => ValueKinds.Null,
        _ => ValueKinds.None,
    };

    /// <summary>The kinds in words, for messages.</summary>
    public static string Describe(ValueKinds kinds)
    {
        List<string> words = [];
        if ((kinds & ValueKinds.Object) != 0) words.Add("an object");
        if ((kinds & ValueKinds.Array) != 0) words.Add("a list");
        if ((kinds & ValueKinds.Text) != 0) words.Add("a text");
        if ((kinds & ValueKinds.Number) != 0) words.Add("a number");
        if ((kinds & ValueKinds.Boolean) != 0) words.Add("true or false");
        if ((kinds & ValueKinds.Null) != 0 || words.Count == 0) words.Add("null");
        return string.Join(" or ", words);
    }
}
