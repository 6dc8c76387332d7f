using System.Text;

namespace IntegrationCopilot.Validator.Tests;

public sealed class MultipartPartsTests
{
    [Fact]
    public void Read_Form_GivesItsParts()
    {
        const string body =
            "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--b\r\ncontent-disposition: form-data; name=f; filename=\"x; y.bin\"\r\nContent-Type: image/png\r\n\r\n\r\n-- b\r\n\r\n--b--\r\nepilogue";
        var read = MultipartParts.Read(Encoding.UTF8.GetBytes(body), "b");
        read.Fault.Should().BeNull();
        read.Parts.Select(p => (p.Name, p.HasFileName, p.ContentType, Encoding.UTF8.GetString(p.Content.Span)))
            .Should().Equal(("a", false, null, "one"), ("f", true, "image/png", "\r\n-- b\r\n"));
    }

    [Theory]
    [InlineData("", "it ends before its closing boundary")]
    [InlineData("--c\r\n\r\nx\r\n--c--", "it ends before its closing boundary")]
    [InlineData("--b\r\n\r\nx", "it ends before its closing boundary")]
    [InlineData("--b", "it ends before its closing boundary")]
    [InlineData("--b\r\nno colon\r\n\r\nx\r\n--b--", "a part has no readable header fields")]
    public void Read_BrokenForm_SaysWhatIsWrong(string body, string expected) =>
        MultipartParts.Read(Encoding.UTF8.GetBytes(body), "b").Fault.Should().Be(expected);

    [Fact]
    public void Read_OddBoundaries_AreFaults()
    {
        MultipartParts.Read(Encoding.UTF8.GetBytes("x"), null).Fault.Should().Contain("no boundary");
        MultipartParts.Read(Encoding.UTF8.GetBytes("x"), new string('b', 71)).Fault.Should().Contain("70 characters");
    }

    [Fact]
    public void Read_TooManyParts_Stops()
    {
        var read = MultipartParts.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("--b\r\n\r\n\r\n", 20_000)) + "--b--"), "b");
        read.Parts.Should().HaveCount(10_000);
        read.Fault.Should().Contain("10000 parts");
    }

    [Fact]
    public void Read_HeaderFlood_IsAFault()
    {
        var fields = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"X-{i}: 1\r\n"));
        MultipartParts.Read(Encoding.UTF8.GetBytes($"--b\r\n{fields}\r\nx\r\n--b--"), "b").Fault.Should().Be("a part has no readable header fields");
    }
}
