using System.Net;
using IntegrationCopilot.Server.Platform.Http;

namespace IntegrationCopilot.Server.Tests.Platform.Http;

public sealed class CallerAddressTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    public void Of_Address_IsWhatOneCallerHas(string address, string expected) => CallerAddress.Of(IPAddress.Parse(address)).Should().Be(expected);

    [Fact]
    public void Of_None_IsEmpty() => CallerAddress.Of(null).Should().BeEmpty();
}
