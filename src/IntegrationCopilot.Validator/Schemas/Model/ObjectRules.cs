using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>What objects must meet.</summary>
internal sealed class ObjectRules
{
    private const int MaskedNames = 64;

    public int MinProperties;
    public int MaxProperties = int.MaxValue;

    /// <summary>Schemas of named properties.</summary>
    public readonly Dictionary<string, SchemaNode> Properties = new(StringComparer.Ordinal);

    /// <summary>Names that must be there.</summary>
    public IReadOnlyList<string> Required = [];

    public PatternProperty[] Patterns = [];

    /// <summary>Schema of properties that neither a name nor a pattern covers.</summary>
    public SchemaNode? Additional;

    public SchemaNode? PropertyNames;
    public DependentRequirement[] DependentRequired = [];
    public DependentSchema[] DependentSchemas = [];

    /// <summary>Properties that the direction of the message makes unwelcome.</summary>
    public readonly HashSet<string> Unwelcome = new(StringComparer.Ordinal);

    /// <summary>Names of <see cref="Properties"/> and <see cref="Required"/>, and what is known of each.</summary>
    public NameTable Names { get; private set; } = new([]);

    public PropertySlot[] Slots { get; private set; } = [];

    /// <summary>Bits of the required names.</summary>
    public ulong RequiredMask { get; private set; }

    /// <summary>Required names beyond those that have a bit.</summary>
    public RequiredName[] MoreRequired { get; private set; } = [];

    /// <summary>Lays the names out for evaluation.</summary>
    public void Complete()
    {
        var required = Required.Distinct(StringComparer.Ordinal).ToList();
        var names = required.Take(MaskedNames).Union(Properties.Keys, StringComparer.Ordinal).ToList();
        Names = new NameTable(names);
        Slots = [.. names.Select((name, place) => new PropertySlot
        {
            Schema = Properties.GetValueOrDefault(name),
            RequiredBit = place < Math.Min(required.Count, MaskedNames) ? 1UL << place : 0,
            IsUnwelcome = Unwelcome.Contains(name),
        })];
        foreach (var slot in Slots) RequiredMask |= slot.RequiredBit;
        MoreRequired = [.. required.Skip(MaskedNames).Select(name => new RequiredName(name))];
    }
}

/// <summary>What is known of one property name.</summary>
internal struct PropertySlot
{
    public SchemaNode? Schema;
    public ulong RequiredBit;
    public bool IsUnwelcome;
}

/// <summary>A name to look for.</summary>
internal sealed class RequiredName
{
    public RequiredName(string name)
    {
        Name = name;
        Utf8 = Encoding.UTF8.GetBytes(name);
        Key = NameKey.Of(Utf8);
    }

    public string Name { get; }

    public byte[] Utf8 { get; }

    public ulong Key { get; }
}

internal sealed record PatternProperty(EcmaPattern Pattern, SchemaNode Schema);

/// <summary><c>dependentRequired</c>: when the one is there, the others must be.</summary>
internal sealed record DependentRequirement(RequiredName Trigger, RequiredName[] Names, string Keyword);

/// <summary><c>dependentSchemas</c>: when the property is there, the object must meet the schema.</summary>
internal sealed record DependentSchema(RequiredName Trigger, SchemaNode Schema, string Keyword);
