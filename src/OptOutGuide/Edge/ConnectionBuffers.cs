using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace OptOutGuide.Edge;

/// <summary>
/// The memory that connections read into and write from, in pieces that hold a page with its headers: it goes out with one call,
/// where Kestrel's own pieces of 4 kB make three. The piece that was used last comes first, while it is still in the processor's cache.
/// </summary>
internal sealed class ConnectionBuffers : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    private const int PieceBytes = 16 * 1024;

    public override int MaxBufferSize => Shared.MaxBufferSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1) => Shared.Rent(Math.Max(minBufferSize, PieceBytes));

    /// <summary>All listening sockets share one pool, which outlives them.</summary>
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => this;

    protected override void Dispose(bool disposing)
    {
    }
}
