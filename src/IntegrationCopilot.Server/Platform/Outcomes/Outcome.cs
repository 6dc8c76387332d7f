using System.Diagnostics.CodeAnalysis;

namespace IntegrationCopilot.Server.Platform.Outcomes;

/// <summary>An outcome whose type of value is not known to the caller.</summary>
public interface IOutcome
{
    OutcomeError? Error { get; }

    object? Value { get; }
}

/// <summary>What a request gives: its value, or why there is none.</summary>
/// <typeparam name="T">The value of a request that succeeded.</typeparam>
public sealed class Outcome<T> : IOutcome
{
    private Outcome(T? value, OutcomeError? error) => (Value, Error) = (value, error);

    /// <summary>The value; meaningful only when <see cref="Error"/> is null.</summary>
    public T? Value { get; }

    public OutcomeError? Error { get; }

    object? IOutcome.Value => Value;

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    public static Outcome<T> Ok(T value) => new(value, null);

    public static Outcome<T> Fail(OutcomeError error) => new(default, error);

    public static implicit operator Outcome<T>(T value) => Ok(value);

    public static implicit operator Outcome<T>(OutcomeError error) => Fail(error);
}

/// <summary>The value of a request that has nothing to tell.</summary>
public sealed record Done
{
    private Done()
    {
    }

    public static Done Instance { get; } = new();
}
