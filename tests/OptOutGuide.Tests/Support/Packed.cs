using System.Buffers.Binary;
using System.Text;

namespace OptOutGuide.Tests.Support;

/// <summary>Calls of the hub as Blazor's script writes them: MessagePack with its length before it.</summary>
internal static class Packed
{
    private const byte Null = 0xC0;
    private const byte Array = 0x90;
    private const byte Map = 0x80;

    public static byte[] Call(string? id, string method, params object?[] arguments)
    {
        var body = new MemoryStream();
        // Type 1 is an invocation: headers, id, method, arguments, streams.
        body.Write([Array | 6, 1, Map]);
        Write(body, id);
        Write(body, method);
        body.WriteByte((byte)(Array | arguments.Length));
        foreach (var argument in arguments)
        {
            Write(body, argument);
        }

        body.WriteByte(Array);
        return [.. Length((int)body.Length), .. body.ToArray()];
    }

    private static void Write(Stream body, object? value)
    {
        switch (value)
        {
            case string text:
                WriteLong(body, 0xDB, Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                WriteLong(body, 0xC6, bytes);
                break;
            case long number:
                Span<byte> integer = stackalloc byte[9];
                integer[0] = 0xD3;
                BinaryPrimitives.WriteInt64BigEndian(integer[1..], number);
                body.Write(integer);
                break;
            case double number:
                Span<byte> real = stackalloc byte[9];
                real[0] = 0xCB;
                BinaryPrimitives.WriteDoubleBigEndian(real[1..], number);
                body.Write(real);
                break;
            case bool isTrue:
                body.WriteByte(isTrue ? (byte)0xC3 : (byte)0xC2);
                break;
            default:
                body.WriteByte(Null);
                break;
        }
    }

    private static void WriteLong(Stream body, byte type, byte[] bytes)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        body.Write(head);
        body.Write(bytes);
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private static IEnumerable<byte> Length(int length)
    {
        for (; length > 0x7F; length >>= 7)
        {
            yield return (byte)(length | 0x80);
        }

        yield return (byte)length;
    }
}
