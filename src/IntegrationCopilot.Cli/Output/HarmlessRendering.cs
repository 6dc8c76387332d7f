using IntegrationCopilot.TestKit;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace IntegrationCopilot.Cli;

/// <summary>Makes the text of all that is rendered harmless, and leaves what the renderer itself tells the terminal.</summary>
internal sealed class HarmlessRendering : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(inner => new Harmless(inner));

    private sealed class Harmless(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(Clean);

        private static Segment Clean(Segment segment) =>
            segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(HarmlessText.Of(segment.Text), segment.Style);
    }
}
