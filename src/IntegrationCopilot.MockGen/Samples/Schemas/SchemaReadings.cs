namespace IntegrationCopilot.MockGen;

/// <summary>Other ways to read schemas: with one choice changed, then with those changed that only this brought up, and at last at random.</summary>
internal static class SchemaReadings
{
    private const int MaxOrdered = 40;
    private const int MaxRandom = 16;

    /// <param name="first">The natural way.</param>
    /// <param name="flatten">Reads by branches picked.</param>
    /// <param name="random">Picks at last.</param>
    public static IEnumerable<SchemaView> Of(SchemaView first, Func<Dictionary<SchemaTerm, int>, SchemaView> flatten, SampleRandom random)
    {
        var open = new Queue<(SchemaView View, Dictionary<SchemaTerm, int> Picks, HashSet<SchemaTerm> Seen)>([(first, [], [])]);
        for (var given = 0; open.TryDequeue(out var reading);)
        {
            HashSet<SchemaTerm> seen = [.. reading.Seen, .. reading.View.Choices.Select(c => c.Keyword)];
            foreach (var choice in reading.View.Choices.Where(c => !reading.Seen.Contains(c.Keyword)))
                for (var branch = 1; branch < choice.Branches.Count; branch++)
                {
                    if (given++ == MaxOrdered) yield break;
                    var picks = new Dictionary<SchemaTerm, int>(reading.Picks) { [choice.Keyword] = branch };
                    var view = flatten(picks);
                    open.Enqueue((view, picks, seen));
                    yield return view;
                }
        }
        if (first.Choices.Count < 2) yield break;
        var dice = random.Child("picks");
        for (var i = 0; i < MaxRandom; i++)
            yield return flatten(first.Choices.DistinctBy(c => c.Keyword).ToDictionary(c => c.Keyword, c => dice.Next(c.Branches.Count)));
    }
}
