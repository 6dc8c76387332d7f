using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>A file that was uploaded.</summary>
internal sealed record Document
{
    public required Guid Id { get; init; }

    [StringLength(60, MinimumLength = 1)]
    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required long SizeBytes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum DocumentKind
{
    Invoice,
    Waybill,
    Photo,
}

internal sealed record DocumentList(IReadOnlyList<Document> Data);

/// <summary>What a client asks to be exported.</summary>
internal sealed record ExportInput
{
    public required ExportFormat Format { get; init; }
}

/// <summary>Work that goes on after its request was answered.</summary>
internal sealed record Export
{
    public required Guid Id { get; init; }

    public required ExportFormat Format { get; init; }

    public required ExportStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum ExportFormat
{
    Csv,
    Json,
}

internal enum ExportStatus
{
    Running,
    Done,
}
