using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>The operations and webhooks of an API description, in document order.</summary>
/// <param name="SpecId">Whose operations.</param>
/// <param name="Version">Of which version; null for the newest.</param>
/// <param name="Search">Words that all occur in method, path, summary, operation id or tags, in any case; null for all operations.</param>
/// <param name="Group">Only those of this group.</param>
/// <param name="Skip">Where the part starts.</param>
/// <param name="Take">How many it may have.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListOperations(Guid SpecId, int? Version = null, string? Search = null, string? Group = null, int Skip = 0,
    int Take = Paging.DefaultTake)
    : IQuery<OperationList>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Page(Skip, Take);
        errors.Optional("search", Search, 200);
        errors.Optional("group", Group, 200);
    }
}

internal sealed class ListOperationsHandler(SpecLoader specs) : IRequestHandler<ListOperations, OperationList>
{
    public async Task<Outcome<OperationList>> HandleAsync(ListOperations request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { Api: var api }) return SpecErrors.NotFound;
        IReadOnlyList<ApiOperation> all = [.. api.Operations, .. api.Webhooks];
        var words = (request.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = all.Where(operation =>
            (request.Group is null || operation.Group == request.Group) && Array.TrueForAll(words, word => Mentions(operation, word))).ToList();
        var groups = all.GroupBy(operation => operation.Group).Select(group => new OperationGroup(group.Key, group.Count())).ToList();
        return new OperationList(found.Skip(request.Skip).Take(request.Take).Select(OperationView.Of).ToList(), found.Count, groups);
    }

    private static bool Mentions(ApiOperation operation, string word) =>
        Contains(operation.Id, word) || Contains(operation.Summary, word) || Contains(operation.OperationId, word)
            || operation.Tags.Any(tag => Contains(tag, word));

    private static bool Contains(string? text, string word) => text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
