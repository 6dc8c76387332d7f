using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.Server.Platform.Persistence;

/// <summary>Where the server keeps what it knows. Section <c>Database</c>.</summary>
internal sealed class DatabaseSettings : IValidatableObject
{
    /// <summary><c>Sqlite</c> (the default, one file, no set-up) or <c>Postgres</c>.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>The connection string. For SQLite it may be left out: the file is then <c>data/integration-copilot.db</c> beside the content root.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider)) yield return new ValidationResult("Database:Provider must be Sqlite or Postgres.");
        if (Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("Database:ConnectionString is required when Database:Provider is Postgres.");
    }
}

internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
