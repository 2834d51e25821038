using System.Net;
using System.Net.Sockets;

namespace OptOutGuide.Configuration;

/// <summary>Who counts as one client: an IPv4 address or an IPv6 network of 64 bits, since one line has 2^64 addresses.</summary>
internal static class ClientAddress
{
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
