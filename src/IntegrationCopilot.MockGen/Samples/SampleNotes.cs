using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Words notes.</summary>
internal static class SampleNotes
{
    public static SampleNote Of(Finding finding) => Of(finding, SampleNoteKind.Unmet);

    /// <summary>What is wrong with a value once it has been sent.</summary>
    public static SampleNote OfWire(Finding finding) => Of(finding, SampleNoteKind.CannotBeCarried);

    private static SampleNote Of(Finding finding, SampleNoteKind kind)
    {
        var pointer = finding.Source?.Pointer ?? "";
        return new SampleNote { Kind = kind, Pointer = finding.Pointer, Keyword = pointer[(pointer.LastIndexOf('/') + 1)..], Source = finding.Source };
    }

    /// <summary>What the notes say, in one sentence.</summary>
    public static string Sentence(IReadOnlyList<SampleNote> notes)
    {
        var first = notes[0];
        var more = notes.Count > 1 ? $", and {notes.Count - 1} more" : "";
        return first.Kind switch
        {
            SampleNoteKind.AcceptsNothing => $"The schema at {first.Source} accepts nothing.",
            SampleNoteKind.Endless => $"No finite value conforms to the schema at {first.Source}: every value would contain another of its kind.",
            SampleNoteKind.CannotBeCarried =>
                $"No value was found that conforms at {first.Source} and can be spelled where it travels so that {Place(first)} arrives as it left; empty lists and objects cannot, nor can lists in lists or every text, and a form has named fields only.",
            SampleNoteKind.Contradiction =>
                $"Nothing conforms: '{first.Keyword}' at {first.Source} cannot be met together with the rest of what is asked of {Place(first)}.",
            _ when first.Keyword.Length == 0 => $"No value was found that conforms to the schema at {first.Source}; its keywords may contradict each other.",
            _ => $"No value was found for {Place(first)} that meets '{first.Keyword}' at {first.Source}{more}; its keywords may contradict each other.",
        };
    }

    private static string Place(SampleNote note) => note.Pointer.Length == 0 ? "the whole" : $"'{note.Pointer}'";
}
