namespace IntegrationCopilot.SpecEngine.Tests.Model;

public sealed class MediaTypeNameTests
{
    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("Application/Problem+JSON; charset=utf-8", "application/problem+json")]
    [InlineData("text/plain;", "text/plain")]
    [InlineData("*/*", "*/*")]
    public void Parse_MediaTypeOrRange_HasItsEssence(string text, string essence)
    {
        var name = MediaTypeName.Parse(text);
        (name.Essence, name.IsWellFormed, name.Text).Should().Be((essence, true, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("json")]
    [InlineData("application / json")]
    [InlineData("application/")]
    public void Parse_SomethingElse_IsNotWellFormed(string text) => MediaTypeName.Parse(text).IsWellFormed.Should().BeFalse();

    [Theory]
    [InlineData("multipart/form-data; Boundary=\"a; b\\\"c\"", "boundary", "a; b\"c")]
    [InlineData("text/plain; charset=utf-8", "charset", "utf-8")]
    public void Parameter_QuotedOrNot_IsReadByItsNameInLowerCase(string text, string name, string value) =>
        MediaTypeName.Parse(text).Parameter(name).Should().Be(value);

    [Theory]
    [InlineData("application/json", true, false, false)]
    [InlineData("text/json; charset=utf-8", true, false, false)]
    [InlineData("application/vnd.api+json", true, false, false)]
    [InlineData("application/x-ndjson", false, true, false)]
    [InlineData("application/geo+json-seq", false, true, false)]
    [InlineData("image/svg+xml", false, false, true)]
    [InlineData("text/xml", false, false, true)]
    [InlineData("application/jsonp", false, false, false)]
    public void Kinds_OfAName_AreThoseOfItsSyntax(string text, bool json, bool sequence, bool xml)
    {
        var name = MediaTypeName.Parse(text);
        (name.IsJson, name.IsJsonSequence, name.HasXmlSyntax).Should().Be((json, sequence, xml));
    }

    [Theory]
    [InlineData("image/svg+xml", false)]
    [InlineData("application/xhtml+xml", false)]
    [InlineData("application/atom+xml", true)]
    public void IsXml_PagesAndPictures_AreNoData(string text, bool isData) => MediaTypeName.Parse(text).IsXml.Should().Be(isData);

    [Theory]
    [InlineData("*/*", "text/plain", true)]
    [InlineData("text/*", "text/plain", true)]
    [InlineData("application/*+json", "application/problem+json", true)]
    [InlineData("application/*+json", "application/json", false)]
    [InlineData("text/plain", "text/plain; charset=utf-8", true)]
    [InlineData("text/*", "image/png", false)]
    [InlineData("anything", "image/png", true)]
    public void Contains_TypeWithinARange_IsSaid(string range, string type, bool contains) =>
        MediaTypeName.Parse(range).Contains(MediaTypeName.Parse(type)).Should().Be(contains);

    [Fact]
    public void Covers_MoreParticularNames_RankHigher()
    {
        var sent = MediaTypeName.Parse("application/vnd.x+json; v=2");
        string[] names = ["text/plain", "*/*", "application/*", "application/*+json", "application/vnd.x+json", "application/vnd.x+json; v=2"];
        names.Select(name => MediaTypeName.Parse(name).Covers(sent)).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        MediaTypeName.Parse("application/vnd.x+json; v=3").Covers(sent).Should().Be(0);
    }

    [Fact]
    public void Equals_SameText_IsEqual()
    {
        MediaTypeName.Parse("text/csv; header=present").Should().Be(MediaTypeName.Parse("text/csv; header=present"));
        MediaTypeName.Parse("text/csv").Should().NotBe(MediaTypeName.Parse("text/CSV"));
    }

    [Fact]
    public void Name_OfAMediaType_IsTakenApartAnewWithEachName()
    {
        var media = new ApiMediaType { Name = "text/plain", Node = default };
        (media with { Name = "application/json" }).IsJson.Should().BeTrue();
        media.IsJson.Should().BeFalse();
    }
}
