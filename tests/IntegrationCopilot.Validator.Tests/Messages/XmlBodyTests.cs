using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>XML bodies, read and written by the XML Objects of their schema.</summary>
public sealed class XmlBodyTests
{
    private const string Shop = """
        {"type":"object","required":["id","stations"],"additionalProperties":false,"xml":{"name":"shop"},"properties":{
          "id":{"type":"integer","xml":{"attribute":true}},
          "open":{"type":"boolean"},
          "note":{"type":["string","null"],"maxLength":5,"xml":{"name":"remark"}},
          "tags":{"type":"array","items":{"type":"string","xml":{"name":"tag"}}},
          "codes":{"type":"array","xml":{"wrapped":true},"items":{"type":"integer"}},
          "stations":{"type":"array","minItems":1,"xml":{"name":"list","wrapped":true},"items":{"type":"object","required":["n"],"xml":{"name":"station"},"properties":{"n":{"type":"string","xml":{"name":"title"}}}}}}}
        """;

    private static readonly ApiSpec Api = Of(Shop);

    [Theory]
    [InlineData("<shop id=\"1\"><list><station><title>x</title></station></list></shop>", "")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<shop id=\" 1 \">\n  <list>\n    <station><title>x</title></station>\n  </list>\n  <open> true </open>\n  <!-- note --></shop>", "")]
    [InlineData("<shop id=\"1\"><tag>a</tag><tag>b</tag><codes><codes>1</codes><codes>2</codes></codes><list><station><title/></station></list></shop>", "")]
    [InlineData("<shop xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" id=\"1\"><remark xsi:nil=\"true\"/><list><station><title>x</title></station></list></shop>", "")]
    [InlineData("<shop id=\"one\"><list><station><title>x</title></station></list></shop>", "type@body/shop/@id")]
    [InlineData("<shop><list><station><title>x</title></station></list></shop>", "required@body/shop/@id")]
    [InlineData("<shop id=\"1\"/>", "required@body/shop/list")]
    [InlineData("<shop id=\"1\"><list/></shop>", "min-items@body/shop/list")]
    [InlineData("<shop id=\"1\"><list><station/><station><title>x</title></station></list></shop>", "required@body/shop/list/station[1]/title")]
    [InlineData("<shop id=\"1\"><remark>too long</remark><list><station><title>x</title></station></list></shop>", "max-length@body/shop/remark")]
    [InlineData("<shop id=\"1\"><codes><codes>1</codes><codes>b</codes></codes><list><station><title>x</title></station></list></shop>",
        "type@body/shop/codes/codes[2]")]
    [InlineData("<shop id=\"1\"><more/><list><station><title>x</title></station></list></shop>", "additional-properties@body/shop/more")]
    [InlineData("<shop id=\"1\" more=\"\"><list><station><title>x</title></station></list></shop>", "additional-properties@body/shop/@more")]
    [InlineData("<store id=\"1\"><list><station><title>x</title></station></list></store>", "xml-root@body/store")]
    [InlineData("<shop><id>1</id><list><station><title>x</title></station></list></shop>", "xml-node@body/shop/id required@body/shop/@id")]
    [InlineData("<shop id=\"1\"><note>x</note><list><station><title>x</title></station></list></shop>", "xml-node@body/shop/note")]
    [InlineData("<shop id=\"1\"><station><title>x</title></station></shop>", "required@body/shop/list additional-properties@body/shop/station")]
    [InlineData("<shop id=\"1\"><list><stop><title>x</title></stop></list></shop>", "xml-node@body/shop/list/stop[1]")]
    [InlineData("<shop id=\"1\">text<list><station><title>x</title></station></list></shop>", "xml-node@body/shop")]
    [InlineData("<shop id=\"1\"><list>", "malformed-body@body")]
    [InlineData("<a/><b/>", "malformed-body@body")]
    [InlineData("{}", "malformed-body@body")]
    public void ValidateRequest_Xml_IsJudgedByItsSchema(string body, string expected) => Check(Api, Xml(body)).Should().Be(expected);

    [Theory]
    [InlineData("<r><d>1</d></r>", "required@body/r/c")]
    [InlineData("<r><c>abc</c></r>", "type@body/r/c")]
    [InlineData("<r><c>", "malformed-body@body")]
    [InlineData("<r><c>1</c></r>", "")]
    public void ValidateRequest_XmlOfTheReport_IsJudged(string body, string expected) =>
        Check(Of("""{"type":"object","required":["c"],"properties":{"c":{"type":"integer"}},"xml":{"name":"r"}}""", version: "3.0.3"), Xml(body)).Should()
            .Be(expected);

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><r><c>&b;</c></r>")]
    [InlineData("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>")]
    public void ValidateRequest_DocumentTypeDeclaration_IsRefused(string body)
    {
        var finding = new MessageValidator(Api).ValidateRequest(Xml(body)).Findings.Should().ContainSingle().Which;
        finding.Code.Should().Be(FindingCodes.MalformedBody);
        finding.Message.Should().Contain("document type declaration").And.NotContain("root:");
    }

    [Fact]
    public void ValidateRequest_HostileXml_IsAFindingInBoundedTime()
    {
        string[] bodies =
        [
            string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)),
            string.Concat(Enumerable.Repeat("<a>", 100_000)),
            "<shop>" + string.Concat(Enumerable.Repeat("<b/>", 600_000)) + "</shop>",
            "<shop " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=\"\" ")) + "/>", "<", "\0", "<shop>\u0001</shop>", "<shop a='1' a='2'/>",
            "<x:shop/>",
        ];
        foreach (var body in bodies) Check(Api, Xml(body)).Should().NotBeEmpty();
        Check(Api, Request("POST", "/x") with { Headers = [new("Content-Type", "application/xml")], Body = new byte[] { 0x3C, 0x61, 0x3E, 0xC3, 0x28, 0xFF } })
            .Should().Be("malformed-body@body");
        Check(Api, Request("POST", "/x") with { Headers = [new("Content-Type", "application/xml")],
            Body = "<?xml version='1.0' encoding='klingon'?><shop/>"u8.ToArray() }).Should().Be("malformed-body@body");
    }

    [Theory]
    [InlineData("utf-16", "application/xml; charset=utf-16")]
    [InlineData("utf-16", "application/xml")]
    [InlineData("iso-8859-1", "application/xml")]
    public void ValidateRequest_OtherEncodings_AreRead(string encoding, string contentType)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><shop id=\"1\"><remark>größer</remark><list><station><title>x</title></station></list></shop>";
        var codes = Encoding.GetEncoding(encoding);
        Check(Api, Request("POST", "/x") with { Headers = [new("Content-Type", contentType)],
            Body = (byte[])[.. codes.GetPreamble(), .. codes.GetBytes(text)] }).Should().Be("max-length@body/shop/remark");
    }

    [Theory]
    [InlineData("<p:pet xmlns:p=\"urn:pets\"><name>x</name></p:pet>", "")]
    [InlineData("<q:pet xmlns:q=\"urn:pets\"><q:name>x</q:name></q:pet>", "")]
    [InlineData("<pet xmlns=\"urn:pets\"><name>x</name></pet>", "")]
    [InlineData("<pet><name>x</name></pet>", "xml-namespace@body/pet")]
    [InlineData("<pet xmlns=\"urn:cats\"><name>x</name></pet>", "xml-namespace@body/pet")]
    public void ValidateRequest_Namespace_MustBeTheDescribedOneByAnyPrefix(string body, string expected) =>
        Check(Of("""{"type":"object","required":["name"],"properties":{"name":{"type":"string"}},"xml":{"name":"pet","namespace":"urn:pets","prefix":"p"}}"""),
            Xml(body)).Should().Be(expected);

    [Theory]
    [InlineData("""{"allOf":[{"type":"object","xml":{"name":"shop"}},{"properties":{"id":{"type":"integer","xml":{"attribute":true}},"data":{"type":"array","xml":{"name":"stations","wrapped":true},"items":{"type":"object","xml":{"name":"station"},"properties":{"n":{"type":"string","xml":{"name":"title"}}}}}}}]}""", "")]
    [InlineData("""{"$ref":"#/components/schemas/Made"}""",
        "\"components\":{\"schemas\":{\"Base\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\",\"xml\":{\"attribute\":true}}}},\"Made\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Base\"},{\"xml\":{\"name\":\"shop\"},\"properties\":{\"data\":{\"allOf\":[{\"type\":\"array\",\"xml\":{\"wrapped\":true}},{\"xml\":{\"name\":\"stations\"}}],\"items\":{\"type\":\"object\",\"xml\":{\"name\":\"station\"},\"properties\":{\"n\":{\"type\":\"string\",\"xml\":{\"name\":\"title\"}}}}}}}]}}},")]
    public void Serialize_NamesUnderAllOf_AreFollowed(string schema, string more)
    {
        var spec = Of(schema, more);
        const string expected = "<shop id=\"1\"><stations><station><title>x</title></station></stations></shop>";
        Written(spec, """{"id":1,"data":[{"n":"x"}]}""").Should().EndWith(expected);
        Check(spec, Xml(expected)).Should().BeEmpty();
        Check(spec, Xml(expected.Replace("\"1\"", "\"b\"", StringComparison.Ordinal))).Should().Be("type@body/shop/@id");
    }

    [Theory]
    [InlineData("""{"type":"array","xml":{"nodeType":"element","name":"animals"},"items":{"xml":{"name":"animal"},"type":"object","properties":{"kind":{"type":"string","xml":{"nodeType":"attribute"}},"name":{"type":"string","xml":{"nodeType":"text"}}}}}""", """[{"kind":"Cat","name":"Fluffy"},{"kind":"Dog","name":"Fido"}]""", "<animals><animal kind=\"Cat\">Fluffy</animal><animal kind=\"Dog\">Fido</animal></animals>")]
    [InlineData("""{"$ref":"#/components/schemas/Documentation"}""", """{"content":"<b>1</b>"}""", "<Documentation><![CDATA[<b>1</b>]]></Documentation>")]
    [InlineData("""{"type":"object","xml":{"name":"d"},"properties":{"a":{"$ref":"#/components/schemas/Documentation"}}}""", """{"a":{"content":"x"}}""",
        "<d><Documentation><![CDATA[x]]></Documentation></d>")]
    [InlineData("""{"type":"object","xml":{"name":"d"},"properties":{"animals":{"type":"array","xml":{"nodeType":"element","name":"aliens"},"items":{"type":"string"}}}}""", """{"animals":["dog","cat"]}""", "<d><aliens><aliens>dog</aliens><aliens>cat</aliens></aliens></d>")]
    [InlineData("""{"type":"array","xml":{"nodeType":"element","name":"OneTwoThree"},"prefixItems":[{"xml":{"name":"One"},"type":"string"},{"xml":{"name":"Two"},"type":"object","properties":{"unit":{"type":"string","xml":{"nodeType":"attribute"}},"value":{"type":"number","xml":{"nodeType":"text"}}}},{"xml":{"name":"Three"},"type":["boolean","null"]}]}""", """["Some text",{"unit":"cubits","value":42},null]""", "<OneTwoThree><One>Some text</One><Two unit=\"cubits\">42</Two><Three xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" /></OneTwoThree>")]
    [InlineData("""{"type":"object","xml":{"name":"product"},"required":["count"],"properties":{"count":{"type":["number","null"],"xml":{"nodeType":"attribute"}},"inner":{"type":"object","xml":{"nodeType":"none"},"properties":{"a":{"type":"string"}}}}}""", """{"count":null,"inner":{"a":"x"}}""", "<product><a>x</a></product>")]
    public void Serialize_NodeTypesOf32_AreWrittenAndReadBack(string schema, string json, string expected)
    {
        var spec = Of(schema, """
            "components":{"schemas":{"Documentation":{"type":"object","required":["content"],"properties":{"content":{"type":"string","minLength":1,"xml":{"nodeType":"cdata"}}}}}},
            """, "3.2.0");
        Written(spec, json).Should().EndWith(expected);
        Check(spec, Xml(expected)).Should().BeEmpty();
    }

    [Fact]
    public void ValidateRequest_PartThatIsXml_IsReadByItsSchema()
    {
        var spec = Described.Operation("/m", "post", """
            "requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"doc":{"type":"object","xml":{"name":"doc"},"required":["n"],"properties":{"n":{"type":"integer"}}}}},"encoding":{"doc":{"contentType":"application/xml"}}}}}
            """);
        static RecordedRequest Form(string xml) =>
            Request("POST", "/m", $"--b\r\nContent-Disposition: form-data; name=\"doc\"\r\nContent-Type: application/xml\r\n\r\n{xml}\r\n--b--\r\n",
            "multipart/form-data; boundary=b");
        Check(spec, Form("<doc><n>1</n></doc>")).Should().BeEmpty();
        Check(spec, Form("<doc><n>b</n></doc>")).Should().Be("type@body.doc.n");
        Check(spec, Form("<doc>")).Should().StartWith("malformed-body@body.doc");
    }

    [Property(MaxTest = 200)]
    public void Serialize_AnyValue_IsReadBackWithoutAFinding(NonNull<string> text, int id, bool? open, string[] tags, int[] codes, NonEmptyArray<string> names)
    {
        static string Clean(string? value) => string.Concat((value ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < '\uFFFE'));
        var value = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id, ["open"] = open ?? false,
            ["note"] = Clean(text.Get) is { Length: > 5 } longer ? longer[..5] : Clean(text.Get), ["stations"] = names.Get.Select(n => new { n = Clean(n) }) };
        if (tags is { Length: > 0 }) value["tags"] = tags.Select(Clean);
        value["codes"] = codes ?? [];
        var body = BodySerializer.Serialize(Api, Api.Operations[0].RequestBody!.Content[0], JsonSerializer.SerializeToElement(value));
        var request = Request("POST", "/x") with { Headers = [new("Content-Type", body.ContentType)], Body = body.Bytes };
        Check(Api, request).Should().BeEmpty(Encoding.UTF8.GetString(body.Bytes.Span));
    }

    private static string Written(ApiSpec spec, string json) =>
        Encoding.UTF8.GetString(BodySerializer.Serialize(spec, spec.Operations[0].RequestBody!.Content[0], JsonDocument.Parse(json).RootElement).Bytes.Span);

    private static RecordedRequest Xml(string body) => Request("POST", "/x", body, "application/xml");

    private static ApiSpec Of(string schema, string more = "", string version = "3.1.1") =>
        Described.Operation("/x", "post", $"\"requestBody\":{{\"required\":true,\"content\":{{\"application/xml\":{{\"schema\":{schema}}}}}}}", more.Trim(),
            version);
}
