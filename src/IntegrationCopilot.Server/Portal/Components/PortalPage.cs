using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>What pages and the parts of pages have in common: the sender, toasts, and a token that ends what a page left running.</summary>
/// <remarks>Data is loaded once the page is interactive; until then it is rendered with its skeleton, so nothing is read twice.</remarks>
public abstract class PortalPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    [Inject]
    internal PageSender Sender { get; set; } = default!;

    [Inject]
    protected ISnackbar Toasts { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>Cancelled when the user has left.</summary>
    protected CancellationToken Gone => _gone.Token;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>Loads what the page shows. Runs again when the page's parameters change.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    protected sealed override Task OnParametersSetAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    /// <summary>Says in a toast how a request ended.</summary>
    /// <returns>Whether it succeeded.</returns>
    protected bool Toast<T>(Outcome<T> outcome, string whenDone)
    {
        Toasts.Add(outcome.Error?.Message ?? whenDone, outcome.IsOk ? Severity.Success : Severity.Error);
        return outcome.IsOk;
    }
}
