using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class YamlTreeReaderTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("200: ok", """{"200":"ok"}""")]
    [InlineData("a: ~\nb:\nc: null\nd: ''", """{"a":null,"b":null,"c":null,"d":""}""")]
    [InlineData("a: [yes, No, on, NO, true, False]", """{"a":["yes","No","on","NO",true,false]}""")]
    [InlineData("a: [2024-01-01, 12:30:45, 1_000]", """{"a":["2024-01-01","12:30:45","1_000"]}""")]
    [InlineData("a: [0123, 0o17, 0x1F, +5, .5, 5., -0.5e3, 1e400]", """{"a":[123,15,31,5,0.5,5.0,-0.5e3,1e400]}""")]
    [InlineData("a: [1.10, 123456789012345678901234567890, 1., e5, '-', .]", """{"a":[1.10,123456789012345678901234567890,1.0,"e5","-","."]}""")]
    [InlineData("a: !!str 1\nb: !!int '7'\nc: '7'", """{"a":"1","b":7,"c":"7"}""")]
    [InlineData("a: =\nb: '@x'", """{"a":"=","b":"@x"}""")]
    [InlineData("%YAML 1.1\n---\na: 1\n...\n", """{"a":1}""")]
    [InlineData("a: &x {b: 1}\nc: *x\nd: [*x, *x]", """{"a":{"b":1},"c":{"b":1},"d":[{"b":1},{"b":1}]}""")]
    [InlineData("a: &k key\n*k : 1", """{"a":"key","key":1}""")]
    [InlineData("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", """{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}""")]
    [InlineData("a: &x {b: 1}\ny: &y {b: 2, c: 2}\nd: {<<: [*x, *y], e: 0}\nf: {<<: *y}",
        """{"a":{"b":1},"y":{"b":2,"c":2},"d":{"e":0,"b":1,"c":2},"f":{"b":2,"c":2}}""")]
    [InlineData("a: &x {b: &o {p: 1}}\nm: &m {<<: *x, q: *o}\nn: {<<: *m}",
        """{"a":{"b":{"p":1}},"m":{"q":{"p":1},"b":{"p":1}},"n":{"q":{"p":1},"b":{"p":1}}}""")]
    [InlineData("d: {<<: {b: 1, c: {e: 2}}, c: 3}", """{"d":{"c":3,"b":1}}""")]
    [InlineData("'<<': 1", """{"<<":1}""")]
    [InlineData("\"a\\u00e9\\x41\": \"\\u00e9\"", "{\"aéA\":\"é\"}")]
    [InlineData("a: |+\n      \nb: |\n    \n  x\nc: >-\n     \n\n   y\n   z\n", """{"a":"\n","b":"\nx\n","c":"\n\ny z"}""")]
    [InlineData("a: 1\n---\n", """{"a":1}""")]
    public void Read_Yaml_GivesTheJsonItStandsFor(string yaml, string json)
    {
        var read = Read(yaml);
        read.Problems.Should().BeEmpty();
        read.Document!.Root.ToString().Should().Be(json);
        read.Document.Format.Should().Be(DocumentFormat.Yaml);
    }

    [Fact]
    public void Read_UnicodeLineBreaks_AreText() =>
        Read("a: |\n  one\u2028two\u0085\n  three\n").Document!.Root["a"].GetString().Should().Be("one\u2028two\u0085\nthree\n");

    [Fact]
    public void Location_AfterRepairedBlockScalar_IsThatOfTheText() =>
        Read("a: |\n      \n  x\nb: |\n     \n  y\nc: {d: 1}").Document!.Root["c"]["d"].Location.Should().Be(new SourceLocation("test.yaml", "/c/d", 7, 5));

    [Theory]
    [InlineData("a:\n\tb: 1", "yaml-tab", 2, 1)]
    [InlineData("a: 1\n b: 2\n", "yaml-syntax", 2, 3)]
    [InlineData("a: \"x\nb: 1\n", "yaml-syntax", 1, 4)]
    [InlineData("a: @x", "yaml-syntax", 1, 4)]
    [InlineData("a: {\nb: 1}", "yaml-syntax", 2, 1)]
    [InlineData("a:\n  b: [c,\n\n d\n]", "yaml-syntax", 4, 2)]
    [InlineData("a: *x", "yaml-undefined-alias", 1, 4)]
    [InlineData("a: &x\n  b: *x", "yaml-circular-alias", 2, 6)]
    [InlineData("? [a, b]\n: 1", "yaml-complex-key", 1, 3)]
    [InlineData("a: {{ name }}", "yaml-complex-key", 1, 5)]
    [InlineData("a: 1\nb: \0", "yaml-nul", 2, 4)]
    [InlineData("# nothing", "empty-document", 1, 1)]
    public void Read_UnreadableYaml_SaysWhatAndWhere(string yaml, string id, int line, int column)
    {
        var read = Read(yaml);
        read.Document.Should().BeNull();
        var problem = read.Problems.Should().ContainSingle().Subject;
        (problem.Id, problem.Location.Line, problem.Location.Column).Should().Be((id, line, column));
    }

    [Theory]
    [InlineData("a: 1\n---\nb: 2", "yaml-several-documents", 2, 1)]
    [InlineData("a: !Foo {b: 1}", "yaml-unknown-tag", 1, 1)]
    [InlineData("a: !!int x", "yaml-tag-mismatch", 1, 1)]
    [InlineData("a:\n  true: 1", "yaml-key-not-text", 2, 3)]
    [InlineData("a:\n  - .inf", "yaml-not-finite", 2, 5)]
    [InlineData("a:\n  <<: 5", "yaml-merge-value", 1, 1)]
    [InlineData("a: \u0081", "yaml-control-character", 1, 4)]
    public void Read_OddYaml_ReadsAndSaysWhatAndWhere(string yaml, string id, int line, int column)
    {
        var read = Read(yaml);
        read.Document.Should().NotBeNull();
        var problem = read.Problems.Should().ContainSingle().Subject;
        (problem.Id, problem.Location.Line, problem.Location.Column).Should().Be((id, line, column));
    }

    [Fact]
    public void Read_AliasBomb_IsRefused()
    {
        var yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Read(yaml).Problems.Should().ContainSingle().Which.Id.Should().Be("yaml-alias-expansion");
    }

    [Fact]
    public void Read_DepthThroughAliases_IsRefused()
    {
        var yaml = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 300).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n"));
        var problem = Read(yaml).Problems.Should().ContainSingle().Subject;
        (problem.Id, problem.Location.Line).Should().Be(("too-deep", 255));
    }

    [Fact]
    public void Location_BeneathAlias_IsTheOriginals()
    {
        var root = Read("a: &x\n  b: 1\nc: *x").Document!.Root;
        root["c"].Location.Should().Be(new SourceLocation("test.yaml", "/c", 3, 1));
        root["c"]["b"].Location.Should().Be(new SourceLocation("test.yaml", "/a/b", 2, 3));
    }

    private static RawReadResult Read(string yaml) => RawDocumentReader.Read(Encoding.UTF8.GetBytes(yaml), "test.yaml");
}
