using System.Buffers;
using System.Text;
using System.Text.Unicode;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Checks sequential media types: each item by itself, and the whole as an array (OpenAPI 3.2.0, section 4.14.4, "Complete vs Streaming Content").
/// </summary>
internal sealed class SequenceCheck
{
    private readonly SequenceModel model;
    private readonly CompiledSchema? whole;
    private readonly CompiledSchema[] perItem;

    public SequenceCheck(ApiMediaType media, PlanContext context)
    {
        model = new SequenceModel(context.Spec, media);
        whole = model.DescribesWhole ? context.SchemaOf(media.Schema) : null;
        CompiledSchema?[] judges = [context.SchemaOf(media.ItemSchema), model.DescribesWhole ? null : context.SchemaOf(media.Schema)];
        perItem = [.. judges.OfType<CompiledSchema>()];
    }

    public void Check(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var utf8 = BodyText.Utf8Of(body, sent);
        if (sent.IsEventStream) CheckEvents(utf8, report);
        else CheckItems(JsonSequences.Split(utf8, JsonSequences.SeparatorOf(sent, utf8.Span)), report);
    }

    private void CheckEvents(ReadOnlyMemory<byte> utf8, FindingReport report)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            report.Error(FindingCodes.MalformedBody, "body", "The event stream is not UTF-8 text (WHATWG HTML, section 9.2.6).", expected: "UTF-8");
            return;
        }
        var stream = new EventStream();
        CheckItems(stream.Read(Encoding.UTF8.GetString(utf8.Span)).Select(ItemOf), report);
        if (stream.UnknownLine is { } line)
            report.Deviation(FindingCodes.MalformedBody, "body", "A line of the event stream is no field of an event, so clients ignore it.",
                expected: "data, event, id or retry", actual: ValueText.Shorten(line));
        if (stream.EndsWithinEvent)
            report.Deviation(FindingCodes.MalformedBody, "body", "The event stream ends within an event, which clients drop. An empty line ends an event.",
                expected: "an empty line", actual: "the end");
    }

    private ReadOnlyMemory<byte> ItemOf(ServerEvent item) => model.DescribesEvents ? item.ToJson() : Encoding.UTF8.GetBytes(item.Data);

    private void CheckItems(IEnumerable<ReadOnlyMemory<byte>> items, FindingReport report)
    {
        var all = whole is null ? null : new ArrayBufferWriter<byte>();
        all?.Write("["u8);
        var number = 0;
        var isBroken = false;
        foreach (var item in items)
        {
            if (number > 0) all?.Write(","u8);
            all?.Write(item.Span);
            isBroken |= !CheckItem(item, number, report);
            number++;
            if (report.IsFull) return;
        }
        all?.Write("]"u8);
        if (all is not null && !isBroken) JsonCheck.Check(all.WrittenMemory, whole, "body", report);
    }

    /// <returns>Whether the item is JSON.</returns>
    private bool CheckItem(ReadOnlyMemory<byte> item, int number, FindingReport report)
    {
        var (where, pointer) = ($"body[{number}]", $"/{number}");
        if (!model.DescribesEvents && JsonTexts.FaultIn(item.Span) is not null)
        {
            report.Warning(FindingCodes.UncheckedBody, where, "The data of this event is not JSON, so it was not checked.");
            return false;
        }
        if (perItem.Length == 0 && JsonTexts.FaultIn(item.Span) is { } fault)
        {
            report.Add(JsonCheck.Malformed(where, pointer, fault));
            return false;
        }
        var before = report.Errors;
        foreach (var judge in perItem) JsonCheck.Check(item, judge, where, report, pointer);
        return report.Errors == before || JsonTexts.FaultIn(item.Span) is null;
    }
}
