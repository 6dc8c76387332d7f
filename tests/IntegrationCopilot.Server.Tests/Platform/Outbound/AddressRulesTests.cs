using System.Net;
using IntegrationCopilot.Server.Platform.Outbound;

namespace IntegrationCopilot.Server.Tests.Platform.Outbound;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("93.184.215.14", "Public")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", "Public")]
    [InlineData("11.0.0.1", "Public")]
    [InlineData("172.15.255.255", "Public")]
    [InlineData("172.32.0.1", "Public")]
    [InlineData("10.1.2.3", "Private")]
    [InlineData("172.16.0.1", "Private")]
    [InlineData("172.31.255.255", "Private")]
    [InlineData("192.168.1.1", "Private")]
    [InlineData("100.64.0.1", "Private")]
    [InlineData("fd12::1", "Private")]
    [InlineData("127.0.0.1", "Loopback")]
    [InlineData("127.255.255.254", "Loopback")]
    [InlineData("::1", "Loopback")]
    [InlineData("0.0.0.0", "Refused")]
    [InlineData("::", "Refused")]
    [InlineData("169.254.169.254", "Refused")]
    [InlineData("100.100.100.200", "Refused")]
    [InlineData("168.63.129.16", "Refused")]
    [InlineData("fd00:ec2::254", "Refused")]
    [InlineData("fe80::1", "Refused")]
    [InlineData("fe80::1%1", "Refused")]
    [InlineData("224.0.0.1", "Refused")]
    [InlineData("255.255.255.255", "Refused")]
    [InlineData("ff02::1", "Refused")]
    public void KindOf_Address_IsWhoMayBeBehindIt(string address, string kind) => AddressRules.KindOf(IPAddress.Parse(address)).ToString().Should().Be(kind);

    [Theory]
    [InlineData("::ffff:127.0.0.1", "Loopback")]
    [InlineData("::ffff:169.254.169.254", "Refused")]
    [InlineData("::ffff:10.0.0.1", "Private")]
    [InlineData("::ffff:93.184.215.14", "Public")]
    [InlineData("::ffff:0:127.0.0.1", "Loopback")]
    [InlineData("::127.0.0.1", "Loopback")]
    [InlineData("64:ff9b::169.254.169.254", "Refused")]
    [InlineData("64:ff9b::10.0.0.1", "Private")]
    [InlineData("2002:a9fe:a9fe::1", "Refused")]
    [InlineData("2002:7f00:1::", "Loopback")]
    public void KindOf_Ipv4InsideIpv6_IsWhatTheIpv4AddressIs(string address, string kind) =>
        AddressRules.KindOf(IPAddress.Parse(address)).ToString().Should().Be(kind);
}
