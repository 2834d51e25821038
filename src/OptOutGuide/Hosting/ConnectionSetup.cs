using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace OptOutGuide.Hosting;

internal static class ConnectionSetup
{
    public static void AddConnectionTuning(this WebApplicationBuilder builder)
    {
        // A request runs on the thread pool thread that read it, without a second dispatch.
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlockMemoryPool>();
    }
}
