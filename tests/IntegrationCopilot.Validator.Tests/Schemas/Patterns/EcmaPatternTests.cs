using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace IntegrationCopilot.Validator.Tests;

public sealed class EcmaPatternTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static bool? IsMatch(string pattern, string text) => IsMatch(pattern, text, Patience);

    private static bool? IsMatch(string pattern, string text, TimeSpan timeout)
    {
        var tape = Tape.Rent();
        try
        {
            var work = long.MaxValue;
            return EcmaPattern.Compile(pattern, timeout).IsMatch(Encoding.UTF8.GetBytes(text), tape, ref work);
        }
        finally
        {
            Tape.Return(tape);
        }
    }

    [Theory]
    [InlineData("^[a-z][a-z0-9_]*$", "a_9", true)]
    [InlineData("^[a-z][a-z0-9_]*$", "9a", false)]
    [InlineData("^[a-z][a-z0-9_]*$", "a\n", false)]
    [InlineData("a", "bca", true)]
    [InlineData("^x-", "x-rate", true)]
    [InlineData("^x-", "ax-", false)]
    [InlineData("^(ab)$", "ab", true)]
    [InlineData("^.{2}$", "😀é", true)]
    [InlineData("^.{2}$", "😀", false)]
    [InlineData("^.$", "\r", false)]
    [InlineData("\\d{3}", "ab12c345", true)]
    [InlineData("\\d{3}", "12 34", false)]
    [InlineData("\\d", "٣", false)]
    [InlineData("^\\p{L}+$", "žluťoučký", true)]
    [InlineData("^[a-c]{0,2}[a-c]$", "aab", true)]
    [InlineData("^[^@]+@[^@]+$", "a@b", true)]
    [InlineData("^[^@]+@[^@]+$", "a@b@c", false)]
    [InlineData("^(a|b)$", "b", true)]
    [InlineData("\\bfoo\\b", "a foo b", true)]
    [InlineData("(a)\\1", "aa", true)]
    [InlineData("^$", "", true)]
    [InlineData("", "anything", true)]
    [InlineData("[]", "a", false)]
    [InlineData("[^]", "\n", true)]
    public void IsMatch_Pattern_MeansWhatEcmaScriptMeans(string pattern, string text, bool expected) => IsMatch(pattern, text).Should().Be(expected);

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("(.*a){20}")]
    [InlineData("^(?=(a+)+b)")]
    [InlineData("(a*)*\\1b")]
    [InlineData("((a{1,1000}){1,1000}){1,1000}b")]
    [InlineData("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]*\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]*##\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]*$")]
    public void IsMatch_HostilePattern_EndsSoon(string pattern)
    {
        var watch = Stopwatch.StartNew();
        IsMatch(pattern, new string('a', 100_000) + "!", TimeSpan.FromMilliseconds(100));
        watch.Elapsed.Should().BeLessThan(Patience);
    }

    [Theory]
    [InlineData("[a-z")]
    [InlineData("(a")]
    [InlineData("a**")]
    [InlineData("\\k<x>")]
    [InlineData("(?<n>a)(?<n>b)(?i)")]
    [InlineData("[z-a]")]
    public void Compile_NoPattern_SaysWhy(string pattern) =>
        FluentActions.Invoking(() => EcmaPattern.Compile(pattern, TimeSpan.FromSeconds(1))).Should().Throw<FormatException>().Which.Message.Should()
            .NotBeEmpty();

    /// <summary>Rows of sets have a matcher of their own: it agrees with .NET on the notation both share.</summary>
    [Property(MaxTest = 2000)]
    public Property IsMatch_RowOfSets_AgreesWithDotNet()
    {
        var set = Gen.Elements("a", "b", "[ab]", "[b-d]", "[^a]", "c", "é", "[é😀]");
        var link = set.Zip(Gen.Elements("", "", "*", "+", "?", "{2}", "{1,2}", "{2,}"), (s, r) => s + r);
        var pattern =
            from start in Gen.Elements("", "^")
            from links in Gen.ListOf(link)
            from end in Gen.Elements("", "$")
            select start + string.Concat(links.Take(4)) + end;
        var text = Gen.ListOf(Gen.Elements("a", "b", "c", "d", "é", "\n")).Select(l => string.Concat(l));
        return Prop.ForAll(pattern.ToArbitrary(), text.ToArbitrary(), (p, t) =>
            IsMatch(p, t) == new Regex(p.Replace("$", "\\z", StringComparison.Ordinal).Replace("[é😀]", "é", StringComparison.Ordinal),
                RegexOptions.CultureInvariant, Patience).IsMatch(t));
    }
}
