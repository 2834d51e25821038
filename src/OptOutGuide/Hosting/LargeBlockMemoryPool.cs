using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace OptOutGuide.Hosting;

/// <summary>
/// Buffers for connections in blocks that hold a page with its headers, so that it is sent with one system call,
/// where Kestrel's blocks of 4 kB need three. The last used block is rented first, while it is in the processor's cache.
/// </summary>
internal sealed class LargeBlockMemoryPool : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 16 * 1024;

    public override int MaxBufferSize => Shared.MaxBufferSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1) => Shared.Rent(Math.Max(minBufferSize, BlockBytes));

    /// <summary>All listening sockets share this pool.</summary>
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => this;

    protected override void Dispose(bool disposing)
    {
    }
}
