namespace IntegrationCopilot.TestKit.Tests.Reports;

public sealed class HarmlessTextTests
{
    [Theory]
    [InlineData("plain é 漢字 😀 👩‍👩‍👧", "plain é 漢字 😀 👩‍👩‍👧")]
    [InlineData("\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m")]
    [InlineData("\u001b]0;x\a", "\\u001b]0;x\\u0007")]
    [InlineData("\u009b2J\u007f\b", "\\u009b2J\\u007f\\u0008")]
    [InlineData("a\u202eb\u2066c\u200fd\u2028e\ufefff", "a\\u202eb\\u2066c\\u200fd\\u2028e\\ufefff")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("50 %\rPASS", "50 %\\u000dPASS")]
    [InlineData("\U000E0041\U000E0042", "\\udb40\\udc41\\udb40\\udc42")]
    public void Of_WhatATerminalObeys_IsWrittenAsAnEscape(string text, string shown) => HarmlessText.Of(text).Should().Be(shown);

    [Theory]
    [InlineData("T\n  PASS  all is well", "T\\n  PASS  all is well")]
    [InlineData("a\r\nb", "a\\u000d\\nb")]
    [InlineData("a\tb", "a\tb")]
    public void OneLine_LineBreaks_BeginNoLine(string text, string shown) => HarmlessText.OneLine(text).Should().Be(shown);

    [Fact]
    public void Of_HalfACharacter_IsShown()
    {
        HarmlessText.Of("a\ud83d").Should().Be("a\\ud83d");
        HarmlessText.Of("\ude00b").Should().Be("\\ude00b");
    }

    [Fact]
    public void Of_EveryCharacterAlone_LetsNoControlThroughButLineFeedAndTab()
    {
        for (var c = '\0'; c < '\uffff'; c++)
        {
            HarmlessText.Of(c.ToString()).Any(s => s is not ('\n' or '\t') && char.IsControl(s)).Should().BeFalse();
            HarmlessText.OneLine(c.ToString()).Any(s => s is not '\t' && char.IsControl(s)).Should().BeFalse();
        }
    }
}
