using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Collects what is wrong with the fields of a request, all of it at once.</summary>
internal sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public void Add(string field, string message) => _errors.Add(new FieldError(field, message));

    /// <summary>A text that must be there and may not be longer than <paramref name="maxLength"/> UTF-16 code units.</summary>
    public void Required(string field, string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(field, "This is required.");
        else Optional(field, text, maxLength);
    }

    /// <summary>A text that may be absent.</summary>
    public void Optional(string field, string? text, int maxLength)
    {
        if (text is null) return;
        if (text.Length > maxLength) Add(field, $"At most {maxLength} characters.");
        if (text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'))) Add(field, "Control characters are not allowed.");
    }

    /// <summary>One of the named values: a number or a list of names can make others.</summary>
    public void Defined<T>(string field, T value)
        where T : struct, Enum
    {
        if (Enum.IsDefined(value)) return;
        var names = Enum.GetNames<T>();
        Add(field, $"Must be {string.Join(", ", names[..^1])} or {names[^1]}.");
    }

    /// <summary>A number of items, from 1 to <paramref name="most"/>.</summary>
    public void Between(string field, int value, int least, int most)
    {
        if (value < least || value > most) Add(field, $"Must be from {least} to {most}.");
    }
}
