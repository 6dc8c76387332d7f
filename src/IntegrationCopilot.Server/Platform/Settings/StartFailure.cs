using System.Data.Common;
using Microsoft.AspNetCore.Connections;

namespace IntegrationCopilot.Server.Platform.Settings;

/// <summary>Says why the server does not start, where that is for its operator to mend; anything else is a fault of ours and keeps its stack.</summary>
internal static class StartFailure
{
    public static string? Of(Exception exception) => exception switch
    {
        SettingsException wrong => wrong.Message,
        DbException away =>
            $"The server cannot start, its database does not answer: {away.Message} Check Database:ConnectionString, and that the database runs.",
        IOException { InnerException: AddressInUseException } taken =>
            $"{taken.Message} Stop what listens there, or name another address, for example --urls http://localhost:5081.",
        _ => null,
    };
}
