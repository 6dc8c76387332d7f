using System.CommandLine;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary><c>--fault</c>: what a mock does wrong on purpose.</summary>
internal static class FaultOption
{
    private const string List = "list";

    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--fault")
        {
            Description =
                "Something the mock does wrong on purpose, by its id; ID@OPERATION for one operation only. Give it once for each. 'list' shows them all.",
            HelpName = "ID",
        };
        option.CompletionSources.Add([.. MockFaults.All.Select(fault => fault.Id)]);
        option.Validators.Add(result =>
        {
            foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (text == List || FaultInjection.TryParse(text, out _)) continue;
                result.AddError($"There is no fault '{text}'. '--fault list' shows those there are.");
            }
        });
        return option;
    }

    /// <summary>Whether the faults are to be shown.</summary>
    public static bool IsList(string[]? given) => given?.Contains(List) == true;

    /// <summary>The faults that are given.</summary>
    public static IReadOnlyList<FaultInjection> Read(string[]? given) =>
        [.. (given ?? []).Select(text => FaultInjection.TryParse(text, out var injection) ? injection : null).OfType<FaultInjection>()];
}
