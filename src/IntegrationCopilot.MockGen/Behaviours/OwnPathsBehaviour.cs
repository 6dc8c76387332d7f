using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Paths the mock has of its own, under <c>/__mock/</c>: what it is, health, tokens, and control.</summary>
internal sealed class OwnPathsBehaviour(MockEngine engine, TokenEndpoint tokens) : IMockBehaviour
{
    public const string Prefix = "/__mock/";
    public const string Health = "/__mock/health";
    private readonly ControlEndpoint control = new(engine);

    public string Name => "own-paths";

    public MockStage Stage => MockStage.Admission;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is not null) return next;
        return request => !request.IsForMock ? next(request) : ControlEndpoint.IsFor(request.Path) ? control.AnswerAsync(request) : new(Answer(request));
    }

    private MockReply Answer(MockRequest request) => request.Path switch
    {
        TokenEndpoint.Path => tokens.Answer(request.Message),
        Health => MockReply.Own(200, "application/json", writer => writer.WriteString("status", "ok")),
        Prefix => MockReply.Own(200, "application/json", Describe),
        _ => request.Refuse(404, $"The mock has {string.Join(", ", [Prefix, Health, TokenEndpoint.Path, .. ControlEndpoint.Paths])} of its own."),
    };

    private void Describe(Utf8JsonWriter writer)
    {
        writer.WriteString("title", engine.Spec.Title);
        writer.WriteString("version", engine.Spec.Version);
        writer.WriteNumber("operations", engine.Spec.Operations.Count);
        writer.WriteString("control", engine.Options.Control.ToString().ToLowerInvariant());
        writer.WriteStartArray("uncheckedSchemes");
        var schemes = new UncheckedSchemes(engine.Options.Authentication);
        foreach (var scheme in engine.Spec.SecuritySchemes.Where(s => !schemes.IsChecked(s)))
        {
            writer.WriteStartObject();
            writer.WriteString("name", scheme.Name);
            writer.WriteString("kind", schemes.KindOf(scheme));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
