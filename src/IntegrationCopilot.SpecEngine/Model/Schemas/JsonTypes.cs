namespace IntegrationCopilot.SpecEngine;

/// <summary>The types of JSON Schema, as a set.</summary>
[Flags]
public enum JsonTypes
{
    /// <summary>No type: nothing fits.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>Whole numbers.</summary>
    Integer = 4,

    /// <summary>Numbers with a fraction. A schema that allows numbers has both: <c>Number | Integer</c>.</summary>
    Number = 8,

    /// <summary>Strings.</summary>
    String = 16,

    /// <summary>Arrays.</summary>
    Array = 32,

    /// <summary>Objects.</summary>
    Object = 64,

    /// <summary>Every type: the schema does not say.</summary>
    Any = Null | Boolean | Integer | Number | String | Array | Object,
}
