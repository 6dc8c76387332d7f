namespace IntegrationCopilot.TestKit;

/// <summary>What a run created and could not remove, in lines of text.</summary>
internal static class LeftLines
{
    public static IEnumerable<string> Of(IReadOnlyList<LeftThing> left)
    {
        if (left.Count == 0) yield break;
        yield return "";
        yield return "left behind";
        foreach (var group in left.GroupBy(thing => (thing.Operation, thing.Reason)))
        {
            var names = group.Select(thing => thing.Identifier).OfType<string>().ToList();
            var named = names.Count == 0 ? "" : $" ({DefectLines.Few(names)})";
            yield return $"  {group.Count()} of {group.Key.Operation}{named}";
            yield return $"    {group.Key.Reason}";
        }
    }
}
