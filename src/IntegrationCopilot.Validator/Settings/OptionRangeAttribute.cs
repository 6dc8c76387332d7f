using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>
/// What a number or a length of time may be. What is said of another names the option, its value and what is allowed. No value is a good one.
/// </summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionRangeAttribute : ValidationAttribute
{
    private readonly IComparable minimum;
    private readonly IComparable? maximum;

    /// <summary>Initializes a new instance for a number.</summary>
    /// <param name="minimum">The least that is allowed.</param>
    public OptionRangeAttribute(double minimum) => this.minimum = minimum;

    /// <summary>Initializes a new instance for a number.</summary>
    /// <param name="minimum">The least that is allowed.</param>
    /// <param name="maximum">The most that is allowed.</param>
    public OptionRangeAttribute(double minimum, double maximum)
    {
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /// <summary>Initializes a new instance for a length of time.</summary>
    /// <param name="minimum">The least that is allowed, as <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>.</param>
    public OptionRangeAttribute(string minimum) => this.minimum = TimeSpan.Parse(minimum, CultureInfo.InvariantCulture);

    /// <summary>Initializes a new instance for a length of time.</summary>
    /// <param name="minimum">The least that is allowed, as <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>.</param>
    /// <param name="maximum">The most that is allowed, likewise.</param>
    public OptionRangeAttribute(string minimum, string maximum)
        : this(minimum) => this.maximum = TimeSpan.Parse(maximum, CultureInfo.InvariantCulture);

    /// <summary>Whether the least itself is not allowed. Default false.</summary>
    public bool IsMinimumExcluded { get; set; }

    /// <summary>Needs the name of the option.</summary>
    public override bool RequiresValidationContext => true;

    /// <summary>Says what is wrong; null when nothing is.</summary>
    /// <param name="value">The value of the option.</param>
    /// <param name="validationContext">Names the option.</param>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        if (value is null || IsAllowed(value)) return ValidationResult.Success;
        return new ValidationResult(string.Create(CultureInfo.InvariantCulture, $"{validationContext.DisplayName} is {value}; allowed is {Allowed}."));
    }

    private string Allowed => (IsMinimumExcluded, maximum) switch
    {
        (true, null) => string.Create(CultureInfo.InvariantCulture, $"more than {minimum}"),
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"more than {minimum}, up to {maximum}"),
        (false, null) => string.Create(CultureInfo.InvariantCulture, $"{minimum} or more"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}"),
    };

    private bool IsAllowed(object value)
    {
        var comparable = value is TimeSpan ? (IComparable)value : Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var least = comparable.CompareTo(minimum);
        return (IsMinimumExcluded ? least > 0 : least >= 0) && (maximum is null || comparable.CompareTo(maximum) <= 0);
    }
}
