namespace IntegrationCopilot.MockGen;

/// <summary>Puts cases in the order in which a budget takes them: first one of each template, then a second of each, and so on.</summary>
internal static class Rounds
{
    public static IEnumerable<ContractCase> Of(IEnumerable<ContractCase> cases)
    {
        var templates = new List<List<ContractCase>>();
        foreach (var made in cases)
        {
            var alike = templates.Find(others => others[0].Template == made.Template);
            if (alike is null) templates.Add([made]);
            else alike.Add(made);
        }

        for (var round = 0; templates.Exists(alike => alike.Count > round); round++)
            foreach (var alike in templates.Where(alike => alike.Count > round))
                yield return alike[round];
    }
}
