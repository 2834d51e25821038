using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Security;

/// <summary>
/// Kestrel's sockets, which accept no connection while as many are open as the system allows. Kestrel's own limit of connections
/// applies after it has accepted one: on a busy machine those that wait to be closed can use up all files, and .NET then ends the
/// process. A connection that is not accepted waits in the system's backlog until another is closed.
/// </summary>
internal sealed class BoundedListeners(IOptions<SocketTransportOptions> sockets, ILoggerFactory loggers, int max) : IConnectionListenerFactory, IConnectionListenerFactorySelector, IDisposable
{
    private readonly SocketTransportFactory _sockets = new(sockets, loggers);
    private readonly SemaphoreSlim _open = new(max);

    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await _sockets.BindAsync(endpoint, cancellationToken), _open);

    public void Dispose() => _open.Dispose();

    private sealed class Listener(IConnectionListener sockets, SemaphoreSlim open) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            await open.WaitAsync(cancellationToken);
            var connection = await sockets.AcceptAsync(cancellationToken);
            if (connection is null)
            {
                open.Release();
                return null;
            }

            connection.ConnectionClosed.UnsafeRegister(static open => ((SemaphoreSlim)open!).Release(), open);
            return connection;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
