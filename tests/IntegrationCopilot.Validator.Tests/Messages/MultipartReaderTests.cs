using System.Text;

namespace IntegrationCopilot.Validator.Tests;

public sealed class MultipartReaderTests
{
    [Fact]
    public void Read_Form_GivesItsParts()
    {
        const string body = "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--b\r\ncontent-disposition: form-data; name=f; filename=\"x; y.bin\"\r\nContent-Type: image/png\r\n\r\n\r\n--bnot\r\n\r\n--b--\r\nepilogue";
        var parts = MultipartReader.Read(Encoding.UTF8.GetBytes(body), "b", out var fault);
        fault.Should().BeNull();
        parts.Select(p => (p.Name, p.HasFileName, p.ContentType, Encoding.UTF8.GetString(p.Content.Span)))
            .Should().Equal(("a", false, null, "one"), ("f", true, "image/png", "\r\n--bnot\r\n"));
    }

    [Theory]
    [InlineData("", "its first boundary is missing")]
    [InlineData("--c\r\n\r\nx\r\n--c--", "its first boundary is missing")]
    [InlineData("--b\r\n\r\nx", "its closing boundary is missing")]
    [InlineData("--b", "its closing boundary is missing")]
    [InlineData("--b\r\nno colon\r\n\r\nx\r\n--b--", "a part has no readable headers")]
    public void Read_BrokenForm_SaysWhatIsWrong(string body, string expected)
    {
        MultipartReader.Read(Encoding.UTF8.GetBytes(body), "b", out var fault);
        fault.Should().Be(expected);
    }

    [Fact]
    public void Read_TooManyParts_Stops()
    {
        var body = string.Concat(Enumerable.Repeat("--b\r\n\r\n\r\n", 20_000)) + "--b--";
        MultipartReader.Read(Encoding.UTF8.GetBytes(body), "b", out var fault).Should().HaveCount(10_000);
        fault.Should().Contain("10000 parts");
    }
}
