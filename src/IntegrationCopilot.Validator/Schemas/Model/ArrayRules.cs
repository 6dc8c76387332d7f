namespace IntegrationCopilot.Validator;

/// <summary>What arrays must meet.</summary>
internal sealed class ArrayRules
{
    public int MinItems;
    public int MaxItems = int.MaxValue;
    public bool UniqueItems;

    /// <summary>Schemas of the first items, by position (<c>prefixItems</c>, earlier <c>items</c> with an array).</summary>
    public SchemaNode[] Prefix = [];

    /// <summary>Schema of the items after <see cref="Prefix"/>.</summary>
    public SchemaNode? Rest;

    /// <summary>The keyword <see cref="Rest"/> stands in.</summary>
    public string RestKeyword = "items";

    public SchemaNode? Contains;
    public int MinContains = 1;
    public int MaxContains = int.MaxValue;

    /// <summary>Whether items that meet <see cref="Contains"/> count as evaluated (since 2020-12).</summary>
    public bool ContainsEvaluates;
}
