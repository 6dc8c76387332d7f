using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Looks at one object of a description beyond what its shape says.</summary>
internal delegate void ObjectCheck(CheckContext context, RawNode node);

/// <summary>Whether an object may be written as a reference.</summary>
internal enum ReferenceUse
{
    /// <summary>The standard has a Reference Object here, or a <c>$ref</c> of the object's own.</summary>
    Allowed,

    /// <summary>The standard has none, but bundlers and vendors write it and what is meant is clear.</summary>
    Tolerated,
}

/// <summary>An object of the standard: its fields, and what else it may hold.</summary>
internal sealed class ObjectShape(string name)
{
    private static int lastId;
    private FieldShape[][] byLength = [];
    private FieldShape[] required = [];

    /// <summary>Its name in the standard, for example <c>Operation Object</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Tells shapes apart quickly.</summary>
    public int Id { get; } = Interlocked.Increment(ref lastId);

    public ReferenceUse References { get; init; } = ReferenceUse.Tolerated;

    /// <summary>The section of <c>components</c>, or the field of a 2.0 document, that keeps such objects; null for those kept nowhere.</summary>
    public string? Shelf { get; init; }

    /// <summary>Whether keywords beside <c>$ref</c> count.</summary>
    public bool SiblingsCount { get; init; }

    /// <summary>Members whose names the author chooses; null when there are none.</summary>
    public ValueShape? Others { get; set; }

    /// <summary>Whether members the standard does not know are nobody's business.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether names beginning with <c>x-</c> are the author's own fields, as in every object of the standard but maps of names.</summary>
    public bool HasExtensions { get; init; } = true;

    /// <summary>Whether this is a Schema Object.</summary>
    public bool IsSchema { get; init; }

    /// <summary>What <see cref="DescribedObjects"/> calls it; null for what they pass over.</summary>
    public DescribedKind? Kind { get; init; }

    public ObjectCheck? Check { get; set; }

    /// <summary>Those that must be present in some edition.</summary>
    public ReadOnlySpan<FieldShape> Required => required;

    /// <summary>A place where such an object stands.</summary>
    public ValueShape Value => field ??= ValueShape.Of(this);

    public IEnumerable<string> FieldNames => byLength.SelectMany(f => f).Select(f => f.Name);

    /// <summary>A map from names the author chooses to values of one shape.</summary>
    public static ObjectShape Map(string name, ValueShape others, bool hasExtensions = false) => new(name) { Others = others, HasExtensions = hasExtensions };

    /// <summary>Sets the fields; apart from the constructor because objects hold each other.</summary>
    public ObjectShape With(params FieldShape[] fields)
    {
        byLength = new FieldShape[fields.Max(f => f.Name.Length) + 1][];
        for (var length = 0; length < byLength.Length; length++) byLength[length] = [.. fields.Where(f => f.Name.Length == length)];
        for (var i = 0; i < fields.Length; i++) fields[i].Bit = 1UL << i;
        required = [.. fields.Where(f => f.RequiredUntil is not null)];
        return this;
    }

    public FieldShape? Find(ReadOnlySpan<byte> field)
    {
        if (field.Length >= byLength.Length) return null;
        foreach (var candidate in byLength[field.Length])
            if (field.SequenceEqual(candidate.Utf8)) return candidate;
        return null;
    }
}

/// <summary>A field of an object.</summary>
internal sealed class FieldShape(string name, ValueShape value)
{
    public string Name { get; } = name;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    public ValueShape Value { get; } = value;

    /// <summary>The first edition that has it.</summary>
    public OpenApiEdition Since { get; private init; } = OpenApiEdition.V20;

    /// <summary>The last edition that has it.</summary>
    public OpenApiEdition Until { get; private init; } = OpenApiEdition.V32;

    /// <summary>The last edition that asks for it; null when none does.</summary>
    public OpenApiEdition? RequiredUntil { get; private init; }

    /// <summary>Its place in the set of fields seen.</summary>
    public ulong Bit { get; set; }

    public FieldShape From(OpenApiEdition edition) => new(Name, Value) { Since = edition, Until = Until, RequiredUntil = RequiredUntil };

    public FieldShape To(OpenApiEdition edition) => new(Name, Value) { Since = Since, Until = edition, RequiredUntil = RequiredUntil };

    public FieldShape Required(OpenApiEdition until = OpenApiEdition.V32) => new(Name, Value) { Since = Since, Until = Until, RequiredUntil = until };
}
