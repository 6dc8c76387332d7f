namespace IntegrationCopilot.SpecEngine;

/// <summary>YAML text as the parser is given it, and the way back from the parser's positions to those of the text as written.</summary>
internal sealed class YamlSource
{
    private readonly YamlLineBreaks lineBreaks;
    private readonly List<(int At, int Removed)> cuts;

    public YamlSource(string written)
    {
        lineBreaks = YamlLineBreaks.Of(written);
        (var text, cuts) = YamlBlockScalars.WithoutLeadingBlanks(written);
        Text = lineBreaks.Hide(text);
    }

    /// <summary>What the parser reads.</summary>
    public string Text { get; }

    /// <summary>The text of a name or scalar as it was written.</summary>
    public string Restore(string text) => lineBreaks.Restore(text);

    /// <summary>Where a position of the parser is in the text as written.</summary>
    public int Position(long position)
    {
        var index = (int)position;
        if (cuts.Count == 0) return index;
        var cut = cuts.BinarySearch((index, int.MaxValue));
        if (cut < 0) cut = ~cut - 1;
        return cut < 0 ? index : index + cuts[cut].Removed;
    }
}
