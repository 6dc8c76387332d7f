using System.Linq.Expressions;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>An API description as lists show it: its newest version in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProjectId">The project it belongs to.</param>
/// <param name="Latest">Its newest version.</param>
public sealed record SpecView(Guid Id, Guid ProjectId, SpecVersionView Latest);

/// <summary>One imported document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SpecId">The description it is a version of.</param>
/// <param name="Number">1 for the first version.</param>
/// <param name="Title">The API's title.</param>
/// <param name="ApiVersion">The API's own version; may be empty.</param>
/// <param name="OpenApiVersion">The version of the standard it is written in.</param>
/// <param name="FileName">What the document is called.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="SourceUrl">The address it was read from, without query; null unless it was read from one.</param>
/// <param name="OperationCount">How many operations and webhooks it describes.</param>
/// <param name="ErrorCount">How many problems of it are errors.</param>
/// <param name="WarningCount">How many are warnings.</param>
/// <param name="CreatedAt">When it was imported.</param>
/// <param name="CreatedBy">By whom.</param>
public sealed record SpecVersionView(
    Guid Id,
    Guid SpecId,
    int Number,
    string Title,
    string ApiVersion,
    string OpenApiVersion,
    string FileName,
    int SizeBytes,
    SpecSource Source,
    string? SourceUrl,
    int OperationCount,
    int ErrorCount,
    int WarningCount,
    DateTimeOffset CreatedAt,
    string CreatedBy)
{
    /// <summary>The view as a part of a query, so that the document itself is not read.</summary>
    internal static readonly Expression<Func<SpecVersion, SpecVersionView>> FromRow = version => new SpecVersionView(
        version.Id, version.SpecId, version.Number, version.Title, version.ApiVersion, version.OpenApiVersion, version.FileName, version.SizeBytes,
        version.Source,
        version.SourceUrl, version.OperationCount, version.ErrorCount, version.WarningCount, version.CreatedAt, version.CreatedBy);

    private static readonly Func<SpecVersion, SpecVersionView> OfRow = FromRow.Compile();

    internal static SpecVersionView Of(SpecVersion version) => OfRow(version);
}

/// <summary>What an import did.</summary>
/// <param name="Version">The version that now is the newest.</param>
/// <param name="IsNew">False when the newest version was this very document already, and nothing was stored.</param>
/// <param name="Problems">How many problems were found in it.</param>
public sealed record SpecImportView(SpecVersionView Version, bool IsNew, int Problems);
