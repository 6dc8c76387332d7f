using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

public sealed class OpenApiDialectTests
{
    private static readonly SchemaOptions OpenApi = new() { Dialect = SchemaDialect.OpenApi30, AssertFormats = true };

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", "null", "")]
    [InlineData("""{"type":"string","nullable":true,"minLength":3}""", "\"ab\"", "min-length@body")]
    [InlineData("""{"type":"string"}""", "null", "type@body")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", "1", "minimum@body")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":false}""", "1", "")]
    [InlineData("""{"maximum":1,"exclusiveMaximum":true}""", "1", "maximum@body")]
    [InlineData("""{"format":"int32"}""", "2147483647", "")]
    [InlineData("""{"format":"int32"}""", "2147483648", "format@body")]
    [InlineData("""{"format":"int32"}""", "1.5", "format@body")]
    [InlineData("""{"format":"int64"}""", "9223372036854775807", "")]
    [InlineData("""{"format":"int64"}""", "9223372036854775808", "format@body")]
    [InlineData("""{"format":"float"}""", "3.5e38", "format@body")]
    [InlineData("""{"format":"double"}""", "1e309", "format@body")]
    [InlineData("""{"format":"double"}""", "1e308", "")]
    [InlineData("""{"format":"byte"}""", "\"aGVsbG8=\"", "")]
    [InlineData("""{"format":"byte"}""", "\"a\"", "format@body")]
    [InlineData("""{"format":"binary"}""", "\"\\u0000\"", "")]
    [InlineData("""{"format":"password"}""", "\"x\"", "")]
    [InlineData("""{"format":"date-time"}""", "\"2024-02-30T00:00:00Z\"", "format@body")]
    [InlineData("""{"format":"made-up"}""", "\"x\"", "")]
    [InlineData("""{"const":1}""", "2", "")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[1]", "type@body[0]")]
    public void Validate_OpenApi30Keyword_HasItsMeaning(string schema, string instance, string expected) =>
        Check(schema, instance, OpenApi).Should().Be(expected);

    [Theory]
    [InlineData(MessageDirection.Request, """{"name":"a","secret":"s"}""", "")]
    [InlineData(MessageDirection.Request, """{"id":1,"name":"a","secret":"s"}""", "read-only@body.id?")]
    [InlineData(MessageDirection.Request, """{"name":"a"}""", "required@body.secret")]
    [InlineData(MessageDirection.Response, """{"id":1,"name":"a"}""", "")]
    [InlineData(MessageDirection.Response, """{"id":1,"name":"a","secret":"s"}""", "write-only@body.secret?")]
    [InlineData(MessageDirection.Response, """{"name":"a"}""", "required@body.id")]
    [InlineData(MessageDirection.None, """{"name":"a"}""", "required@body.id required@body.secret")]
    public void Validate_ReadOnlyAndWriteOnly_DependOnTheDirection(MessageDirection direction, string instance, string expected) => Check(
        """{"required":["id","name","secret"],"properties":{"id":{"readOnly":true},"name":{},"secret":{"writeOnly":true}}}""",
        instance, new SchemaOptions { Dialect = SchemaDialect.OpenApi30, Direction = direction }).Should().Be(expected);

    [Theory]
    [InlineData("oneOf", """{"kind":1,"id":1}""", "read-only@body.id?")]
    [InlineData("anyOf", """{"kind":1,"id":1}""", "read-only@body.id?")]
    [InlineData("oneOf", """{"kind":2,"id":1}""", "")]
    [InlineData("anyOf", """{"kind":2,"id":1}""", "")]
    public void Validate_ReadOnlyInTheAlternativeThatFits_IsAWarning(string keyword, string instance, string expected) => Check(
        $$$"""{"{{{keyword}}}":[{"properties":{"kind":{"enum":[1]},"id":{"readOnly":true} } },{"properties":{"kind":{"enum":[2]},"id":{} } }]}""",
        instance, new SchemaOptions { Dialect = SchemaDialect.OpenApi30, Direction = MessageDirection.Request }).Should().Be(expected);

    [Theory]
    [InlineData(true, "format@body")]
    [InlineData(false, "")]
    public void Validate_Format_IsAssertedByOption(bool assert, string expected) =>
        Check("""{"format":"ipv4"}""", "\"1.2.3.256\"", new SchemaOptions { AssertFormats = assert }).Should().Be(expected);
}
