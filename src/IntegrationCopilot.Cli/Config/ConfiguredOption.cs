namespace IntegrationCopilot.Cli.Config;

/// <summary>A setting of a <see cref="ConfigFile"/>, as the option of the command line it stands for.</summary>
/// <param name="Name">The option.</param>
/// <param name="Key">What it is for, where the option is given once for each: the name before <c>=</c> or <c>:</c>; else null.</param>
/// <param name="Value">Its value; null for one that has none.</param>
internal readonly record struct ConfiguredOption(string Name, string? Key, string? Value)
{
    private const string Header = "--header";

    /// <summary>As a word of the command line.</summary>
    public string Word => Value is null ? Name : Key is null ? $"{Name}={Value}" : Name == Header ? $"{Name}={Key}: {Value}" : $"{Name}={Key}={Value}";

    /// <summary>Whether it says the same thing as another one, whatever it says.</summary>
    public bool IsFor(ConfiguredOption other) => Name == other.Name && string.Equals(Key, other.Key, Comparison);

    /// <summary>Whether a word of the command line says the same thing.</summary>
    public bool IsSaidBy(string word) => Key is null || (word.StartsWith(Key, Comparison) && word.Length > Key.Length && word[Key.Length] is '=' or ':');

    private StringComparison Comparison => Name == Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
