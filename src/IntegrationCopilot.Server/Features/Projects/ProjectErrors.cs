using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>Why a request about projects can fail, beside what its fields say.</summary>
internal static class ProjectErrors
{
    public static readonly OutcomeError NotFound = OutcomeError.NotFound("project");

    public static readonly OutcomeError NameTaken = OutcomeError.Conflict("project.name_taken", "Another project has this name, perhaps an archived one.");

    public static readonly OutcomeError Archived = OutcomeError.Conflict("project.archived", "This project is archived. Restore it first.");
}
