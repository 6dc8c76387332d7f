namespace IntegrationCopilot.TestKit;

/// <summary>Lines and columns of places in a text that are asked for from left to right.</summary>
internal sealed class TemplatePositions(string text)
{
    private int looked;
    private int line = 1;
    private int lineStart;

    /// <summary>The position of an offset, which is never before one that was asked for.</summary>
    public TemplatePosition Of(int offset)
    {
        while (text.AsSpan(looked, offset - looked).IndexOf('\n') is >= 0 and var feed)
        {
            looked += feed + 1;
            lineStart = looked;
            line++;
        }

        looked = offset;
        return new(offset, line, offset - lineStart + 1);
    }
}
