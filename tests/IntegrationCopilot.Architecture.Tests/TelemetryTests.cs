using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>What the packages log and measure is what the article lists: ids and names that others rely on change only on purpose.</summary>
public sealed partial class TelemetryTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly IEnumerable<Type> Types = Product.All.Where(assembly => assembly != Product.Server).SelectMany(assembly => assembly.GetTypes());

    private static string Article { get; } = File.ReadAllText(Path.Combine(Testing.SharedData.RepositoryRoot, "docs", "articles", "hosting.md"));

    [Fact]
    public void LogLines_AreThoseOfTheArticle()
    {
        var written = from type in Types
            from method in type.GetMethods(Static)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            select $"| {message.EventId} | `{message.EventName}` | {message.Level} | `{type.Namespace}` |";
        written.Order(StringComparer.Ordinal).Should()
            .HaveCountGreaterThan(15).And.OnlyHaveUniqueItems().And.Equal(LogRows().Matches(Article).Select(row => row.Value));
    }

    [Fact]
    public void Instruments_AreThoseOfTheArticle()
    {
        var made = from type in Types.Where(type => !type.ContainsGenericParameters)
            from property in type.GetProperties(Static)
            where property.PropertyType.IsAssignableTo(typeof(Instrument))
            select ((Instrument)property.GetValue(null)!).Name;
        made.Should().HaveCountGreaterThan(12).And.BeEquivalentTo(InstrumentRows().Matches(Article).Select(row => row.Groups["name"].Value));
    }

    [GeneratedRegex(@"^\| \d{4} \|.*\|$", RegexOptions.Multiline, 10_000)]
    private static partial Regex LogRows();

    [GeneratedRegex(@"^\| `(?<name>integration_copilot[\w.]+)` \| (histogram|counter)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InstrumentRows();
}
