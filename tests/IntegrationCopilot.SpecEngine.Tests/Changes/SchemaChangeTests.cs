namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What a change of a schema means for who sends and for who receives, both ways round.</summary>
public sealed class SchemaChangeTests
{
    /// <summary>Older schema, newer schema, what it is called where it is sent and where it is received.</summary>
    [Theory]
    [InlineData("""{ "type": "string" }""", """{ "type": ["string", "null"] }""", "request-type-widened", "!response-type-widened")]
    [InlineData("""{ "type": ["string", "null"] }""", """{ "type": "string" }""", "!request-type-narrowed", "response-type-narrowed")]
    [InlineData("""{ "type": "string" }""", """{ "type": "integer" }""", "!request-type-changed", "!response-type-changed")]
    [InlineData("""{ "type": "integer" }""", """{ "type": "number" }""", "request-type-widened", "!response-type-widened")]
    [InlineData("""{ "type": "number" }""", """{ "type": "integer" }""", "!request-type-narrowed", "response-type-narrowed")]
    [InlineData("""{ "type": "string" }""", "{}", "request-type-widened", "!response-type-widened")]
    [InlineData("""{ "properties": {} }""", """{ "properties": {}, "type": "object" }""", "written-differently", "written-differently")]
    [InlineData("""{ "type": "string" }""", """{ "type": ["string"] }""", "written-differently", "written-differently")]
    [InlineData("""{ "enum": ["a", "b"] }""", """{ "enum": ["a"] }""", "!request-enum-value-removed", "response-enum-value-removed")]
    [InlineData("""{ "enum": ["a"] }""", """{ "enum": ["b", "a"] }""", "request-enum-value-added", "!response-enum-value-added")]
    [InlineData("""{ "type": "string" }""", """{ "type": "string", "enum": ["a"] }""", "!request-enum-added", "response-enum-added")]
    [InlineData("""{ "type": "string", "enum": ["a"] }""", """{ "type": "string" }""", "request-enum-removed", "!response-enum-removed")]
    [InlineData("""{ "enum": ["a", "b"] }""", """{ "enum": ["b", "a"] }""", "order-changed", "order-changed")]
    [InlineData("""{ "const": 1 }""", """{ "const": 2 }""", "!request-const-changed", "!response-const-changed")]
    [InlineData("""{ "format": "int64" }""", """{ "format": "int32" }""", "!request-format-narrowed", "response-format-narrowed")]
    [InlineData("""{ "format": "float" }""", """{ "format": "double" }""", "request-format-widened", "!response-format-widened")]
    [InlineData("{}", """{ "format": "date" }""", "!request-format-narrowed", "response-format-narrowed")]
    [InlineData("""{ "format": "date" }""", "{}", "request-format-widened", "!response-format-widened")]
    [InlineData("""{ "format": "date" }""", """{ "format": "uuid" }""", "!request-format-changed", "!response-format-changed")]
    [InlineData("""{ "maximum": 5 }""", """{ "maximum": 4 }""", "!request-limit-narrowed", "response-limit-narrowed")]
    [InlineData("""{ "maximum": 5 }""", """{ "maximum": 6 }""", "request-limit-widened", "!response-limit-widened")]
    [InlineData("""{ "minimum": 5 }""", """{ "minimum": 6 }""", "!request-limit-narrowed", "response-limit-narrowed")]
    [InlineData("""{ "minimum": 5 }""", "{}", "request-limit-widened", "!response-limit-widened")]
    [InlineData("""{ "minLength": 1 }""", """{ "minLength": 2 }""", "!request-limit-narrowed", "response-limit-narrowed")]
    [InlineData("{}", """{ "maxItems": 2 }""", "!request-limit-narrowed", "response-limit-narrowed")]
    [InlineData("{}", """{ "minItems": 0 }""", "written-differently", "written-differently")]
    [InlineData("""{ "multipleOf": 2 }""", """{ "multipleOf": 4 }""", "!request-limit-narrowed", "response-limit-narrowed")]
    [InlineData("""{ "multipleOf": 4 }""", """{ "multipleOf": 2 }""", "request-limit-widened", "!response-limit-widened")]
    [InlineData("""{ "multipleOf": 2 }""", """{ "multipleOf": 3 }""", "!request-limit-changed", "!response-limit-changed")]
    [InlineData("{}", """{ "pattern": "a" }""", "!request-constraint-added", "response-constraint-added")]
    [InlineData("""{ "pattern": "a" }""", "{}", "request-constraint-removed", "!response-constraint-removed")]
    [InlineData("""{ "pattern": "a" }""", """{ "pattern": "b" }""", "!request-constraint-changed", "!response-constraint-changed")]
    [InlineData("{}", """{ "uniqueItems": true }""", "!request-constraint-added", "response-constraint-added")]
    [InlineData("{}", """{ "uniqueItems": false }""", "written-differently", "written-differently")]
    [InlineData("""{ "properties": { "a": {} } }""", """{ "properties": {} }""", "!request-property-removed", "!response-property-removed")]
    [InlineData("""{ "properties": {} }""", """{ "properties": { "a": {} } }""", "request-property-added", "response-property-added")]
    [InlineData("""{ "properties": { "a": {} } }""", """{ "properties": { "a": {} }, "required": ["a"] }""", "!request-property-became-required",
        "response-property-became-required")]
    [InlineData("""{ "properties": { "a": {}, "b": {} }, "required": ["a", "b"] }""", """{ "properties": { "a": {}, "b": {} }, "required": ["b"] }""",
        "request-property-became-optional", "!response-property-became-optional")]
    [InlineData("""{ "properties": { "a": {} }, "required": ["a"] }""", """{ "properties": {}, "required": [] }""",
        "!request-property-removed request-required-name-removed", "!response-property-removed response-required-name-removed")]
    [InlineData("""{ "properties": { "a": { "readOnly": true } } }""", """{ "properties": { "a": { "readOnly": true } }, "required": ["a"] }""",
        "unused-schema-changed", "response-property-became-required")]
    [InlineData("{}", """{ "additionalProperties": false }""", "!request-other-properties-refused", "response-other-properties-refused")]
    [InlineData("""{ "additionalProperties": false }""", "{}", "request-other-properties-allowed", "response-other-properties-allowed")]
    [InlineData("""{ "additionalProperties": true }""", "{}", "written-differently", "written-differently")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", """{ "additionalProperties": { "type": "integer" } }""", "!request-type-changed",
        "!response-type-changed")]
    [InlineData("""{ "properties": { "a": {} } }""", """{ "properties": { "a": { "readOnly": true } } }""", "!request-became-read-only",
        "response-became-read-only")]
    [InlineData("""{ "properties": { "a": {} } }""", """{ "properties": { "a": { "writeOnly": true } } }""", "request-became-write-only",
        "!response-became-write-only")]
    [InlineData("""{ "properties": { "a": { "readOnly": true } } }""", """{ "properties": { "a": {} } }""", "request-no-longer-read-only",
        "response-no-longer-read-only")]
    [InlineData("""{ "properties": { "a": { "writeOnly": true } } }""", """{ "properties": { "a": {} } }""", "request-no-longer-write-only",
        "response-no-longer-write-only")]
    [InlineData("""{ "oneOf": [{ "type": "string" }] }""", """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "request-choice-added",
        "!response-choice-added")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", """{ "anyOf": [{ "type": "string" }] }""", "!request-choice-removed",
        "response-choice-removed")]
    [InlineData("{}", """{ "allOf": [{ "maxLength": 3 }] }""", "!request-constraint-added", "response-constraint-added")]
    [InlineData("""{ "properties": { "a": {} } }""", """{ "allOf": [{ "properties": { "a": {} } }] }""",
        "request-schema-restructured request-schema-restructured", "response-schema-restructured response-schema-restructured")]
    [InlineData("""{ "allOf": [{ "properties": { "a": {} } }] }""",
        """{ "allOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} }, "required": ["b"] }] }""",
        "!request-property-became-required", "response-property-became-required")]
    [InlineData("""{ "not": { "maxLength": 3 } }""", """{ "not": { "maxLength": 4 } }""", "!request-constraint-changed", "!response-constraint-changed")]
    [InlineData("""{ "items": { "type": "string" } }""", """{ "items": { "type": "integer" } }""", "!request-type-changed", "!response-type-changed")]
    [InlineData("""{ "default": 1 }""", """{ "default": 2 }""", "!request-default-changed", "response-default-changed")]
    [InlineData("{}", """{ "default": 2 }""", "request-default-added", "response-default-added")]
    [InlineData("""{ "discriminator": { "propertyName": "a" } }""", """{ "discriminator": { "propertyName": "b" } }""", "!request-discriminator-changed",
        "!response-discriminator-changed")]
    [InlineData("""{ "discriminator": { "propertyName": "a", "mapping": { "x": "X" } } }""", """{ "discriminator": { "propertyName": "a", "mapping": {} } }""",
        "!request-discriminator-value-removed", "response-discriminator-value-removed")]
    [InlineData("""{ "discriminator": { "propertyName": "a", "mapping": {} } }""", """{ "discriminator": { "propertyName": "a", "mapping": { "x": "X" } } }""",
        "request-discriminator-value-added", "!response-discriminator-value-added")]
    [InlineData("""{ "xml": { "name": "a" } }""", """{ "xml": { "name": "b" } }""", "!request-xml-changed", "!response-xml-changed")]
    [InlineData("{}", """{ "deprecated": true }""", "deprecated", "deprecated")]
    [InlineData("""{ "description": "a", "example": 1 }""", """{ "description": "b", "title": "c", "examples": [1] }""",
        "documentation-changed documentation-changed documentation-changed documentation-changed",
        "documentation-changed documentation-changed documentation-changed documentation-changed")]
    public void Compare_ASchemaChanged_IsJudgedByWhoMeetsIt(string old, string @new, string sent, string received)
    {
        ComparedTexts.Rules(ComparedTexts.Compare(ComparedTexts.Sent(old), ComparedTexts.Sent(@new))).Should().Be(sent);
        ComparedTexts.Rules(ComparedTexts.Compare(ComparedTexts.Received(old), ComparedTexts.Received(@new))).Should().Be(received);
    }
}
