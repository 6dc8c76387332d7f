using System.Linq.Expressions;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>A mock with what a view needs of its version, so that the document is not read.</summary>
internal sealed record MockRow(Mock Mock, int Version, string Title)
{
    public static readonly Expression<Func<Mock, MockRow>> FromRow = mock => new MockRow(mock, mock.SpecVersion!.Number, mock.SpecVersion.Title);

    public MockView ToView(MockHost host) => MockView.Of(Mock, Version, Title, host.Find(Mock.Id));
}
