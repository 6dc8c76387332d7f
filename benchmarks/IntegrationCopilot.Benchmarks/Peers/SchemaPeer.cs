using System.Diagnostics;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Benchmarks.Peers;

/// <summary>
/// Answers a driver on standard input, so that two runtimes can be measured in turns: a line <c>SET ROUNDS</c> or <c>compile SET ROUNDS</c> is answered by the
/// least nanoseconds of a round.
/// </summary>
internal static class SchemaPeer
{
    private static readonly Dictionary<string, DataSet> Sets = new(StringComparer.Ordinal);

    /// <param name="args">The folder of the data sets.</param>
    public static int Run(string[] args)
    {
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            var words = line.Split(' ');
            var answer = words switch
            {
                ["compile", var set, var rounds] => Least(Load(args[0], set), int.Parse(rounds), s => s.Compile()),
                [var set, var rounds] => Least(Load(args[0], set), int.Parse(rounds), s => s.CountValid()),
                _ => throw new ArgumentException($"'{line}' is no request.", nameof(args)),
            };
            Console.WriteLine(JsonSerializer.Serialize(answer));
        }
        return 0;
    }

    private static DataSet Load(string folder, string set)
    {
        if (!Sets.TryGetValue(set, out var data)) Sets.Add(set, data = DataSet.Read(Path.Combine(folder, set)));
        return data;
    }

    private static PeerAnswer Least(DataSet set, int rounds, Func<DataSet, int> work)
    {
        var least = double.MaxValue;
        var result = 0;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            result = work(set);
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }
        return new PeerAnswer(least, result);
    }
}

/// <summary>A measurement.</summary>
/// <param name="Nanoseconds">Of the fastest round.</param>
/// <param name="Result">Valid documents, or schemas compiled.</param>
internal sealed record PeerAnswer(double Nanoseconds, int Result);
