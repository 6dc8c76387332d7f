using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>An OpenAPI discriminator: a property whose value names the schema that applies (OpenAPI 3.2.0, section 4.25).</summary>
internal sealed class Discriminator
{
    /// <summary>Chosen where nothing can be: the value is no object or does not say, or what it names is none of the alternatives.</summary>
    public const int Open = -1;

    /// <summary>Chosen where the value names no schema.</summary>
    public const int Unknown = -2;

    /// <param name="property">Name of the property.</param>
    /// <param name="mapping">Values and the alternative each names, or <see cref="Open"/> for what is known but none of them.</param>
    public Discriminator(string property, IReadOnlyList<KeyValuePair<string, int>> mapping)
    {
        Property = property;
        Name = Encoding.UTF8.GetBytes(property);
        Key = NameKey.Of(Name);
        Mapping = mapping;
        Values = new NameTable(mapping.Select(m => m.Key));
    }

    public string Property { get; }

    public byte[] Name { get; }

    public ulong Key { get; }

    /// <summary>Values and the alternative each names.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Mapping { get; }

    public NameTable Values { get; }

    /// <summary>The alternative for values that name none, and for none at all (<c>defaultMapping</c>, 3.2); <see cref="Open"/> when there is none.</summary>
    public int Default { get; init; } = Open;

    /// <summary>Whether a value that names no schema fits none: every alternative has a name.</summary>
    public bool IsClosed { get; init; }

    /// <summary>
    /// Whether it stands in a schema that others are built on by <c>allOf</c>: then it chooses nothing, and a name that nobody has is only worth a warning.
    /// </summary>
    public bool IsInherited { get; init; }
}
