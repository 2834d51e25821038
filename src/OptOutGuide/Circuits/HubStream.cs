using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OptOutGuide.Configuration;

namespace OptOutGuide.Circuits;

/// <summary>
/// Reads a WebSocket no faster than its budget allows. The hub filter sees only calls that the hub knows; pings, unknown calls
/// and partial messages are seen only here. The client is charged an estimate for them.
/// </summary>
internal sealed class HubStream(Stream inner, TokenBucket budget, CircuitCpuLimiter cpu, IPAddress client) : Stream
{
    /// <summary>Size of ManagedWebSocket's receive buffer, in bytes: only this part of a read may hold many short frames.</summary>
    private const int WebSocketBufferBytes = 139;

    public override bool CanRead => inner.CanRead;

    public override bool CanWrite => inner.CanWrite;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Meters the stream that this request becomes: by an upgrade in HTTP/1.1, by an extended CONNECT in HTTP/2.</summary>
    public static void Meter(HttpContext context, CircuitLimits limits, CircuitCpuLimiter cpu)
    {
        var client = ClientPartition.AddressOf(context);
        if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
        {
            context.Features.Set<IHttpUpgradeFeature>(new Upgrade(upgrade, Metered));
        }

        if (context.Features.Get<IHttpExtendedConnectFeature>() is { } connect)
        {
            context.Features.Set<IHttpExtendedConnectFeature>(new ExtendedConnect(connect, Metered));
        }

        HubStream Metered(Stream stream) => new(stream, new(limits.Bytes.AtOnce, limits.Bytes.PerSecond), cpu, client);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        if (budget.Charge(count, Stopwatch.GetElapsedTime(0)) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, cancellationToken);
        }

        await cpu.ChargeAsync(client, WorkOf(count));
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Measured: a frame of nine bytes with a ping takes 0.1 ms, a byte of a long frame full of pings 0.2 µs.</summary>
    private static TimeSpan WorkOf(int bytes) => TimeSpan.FromMicroseconds((11 * Math.Min(bytes, WebSocketBufferBytes)) + (0.2 * bytes));

    private sealed class Upgrade(IHttpUpgradeFeature inner, Func<Stream, HubStream> metered) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => metered(await inner.UpgradeAsync());
    }

    private sealed class ExtendedConnect(IHttpExtendedConnectFeature inner, Func<Stream, HubStream> metered) : IHttpExtendedConnectFeature
    {
        public bool IsExtendedConnect => inner.IsExtendedConnect;

        public string? Protocol => inner.Protocol;

        public async ValueTask<Stream> AcceptAsync() => metered(await inner.AcceptAsync());
    }
}
