namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Counts samples.</summary>
internal sealed class SampleTally
{
    private const int MostListed = 400;

    public int Asked { get; private set; }

    public int Found { get; private set; }

    /// <summary>Samples of schemas that certainly nothing meets.</summary>
    public int Contradicted { get; private set; }

    /// <summary>Samples that were said to conform and do not.</summary>
    public int Broken { get; private set; }

    /// <summary>Samples that do not conform and do not say where.</summary>
    public int Untold { get; private set; }

    public List<string> Problems { get; } = [];

    /// <summary>Of the schemas that may have values, how many got one.</summary>
    public double Share => (double)Found / (Asked - Contradicted);

    /// <summary>Counts a sample; whether it says that it conforms.</summary>
    public bool Count(SampleResult sample, string place)
    {
        Asked++;
        if (sample.Found)
        {
            Found++;
            return true;
        }
        if (sample.Notes is [{ Kind: SampleNoteKind.Contradiction or SampleNoteKind.AcceptsNothing or SampleNoteKind.Endless }, ..]) Contradicted++;
        if (sample.Notes.Count == 0 || sample.Notes[0].Source is null || sample.Json.IsEmpty) Untold++;
        List($"{(sample.Notes is [{ Kind: SampleNoteKind.Contradiction }, ..] ? "never" : "none ")} {place}: {sample.Problem}");
        return false;
    }

    public void Break(string place, string problem)
    {
        Broken++;
        List($"WRONG {place}: {problem}");
    }

    public override string ToString() =>
        $"{Asked} asked, {Found} found ({(double)Found / Asked:0.0000}, {Share:0.0000} of those that nothing contradicts), {Contradicted} contradicted, {Broken} broken, {Untold} without a reason";

    private void List(string problem)
    {
        if (Problems.Count < MostListed) Problems.Add(problem);
    }
}
