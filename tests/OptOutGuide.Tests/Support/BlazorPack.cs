using System.Buffers;
using MessagePack;

namespace OptOutGuide.Tests.Support;

/// <summary>Calls of the hub in Blazor's own protocol: a SignalR invocation in MessagePack with its length before it.</summary>
internal static class BlazorPack
{
    private const int Invocation = 1;

    /// <param name="arguments">Text, bytes, whole or real numbers, truth values or null.</param>
    public static byte[] Call(string? id, string method, params object?[] arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);
        // Type, headers, id, method, arguments, streams.
        writer.WriteArrayHeader(6);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write(id);
        writer.Write(method);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
        {
            Write(ref writer, argument);
        }

        writer.WriteArrayHeader(0);
        writer.Flush();

        using var message = new MemoryStream();
        using var framed = new BinaryWriter(message);
        framed.Write7BitEncodedInt(body.WrittenCount);
        framed.Write(body.WrittenSpan);
        return message.ToArray();
    }

    /// <summary>The completions among messages of the hub: which call, and what it returned.</summary>
    public static IReadOnlyList<(string? Call, object? Result)> Completions(ReadOnlyMemory<byte> messages)
    {
        const int Completion = 3;
        const int WithResult = 3;
        List<(string?, object?)> found = [];
        while (TryTakeMessage(ref messages, out var message))
        {
            var reader = new MessagePackReader(message);
            if (reader.NextMessagePackType is MessagePackType.Array && reader.ReadArrayHeader() >= 4 && reader.ReadInt32() == Completion)
            {
                reader.Skip();
                var call = reader.ReadString();
                found.Add((call, reader.ReadInt32() == WithResult && reader.NextMessagePackType is MessagePackType.String ? reader.ReadString() : null));
            }
        }

        return found;
    }

    /// <summary>False at the end, and before a message that is not whole, or the handshake's answer, which is JSON.</summary>
    private static bool TryTakeMessage(ref ReadOnlyMemory<byte> messages, out ReadOnlyMemory<byte> message)
    {
        message = default;
        if (!messages.IsEmpty && messages.Span[0] == (byte)'{')
        {
            messages = messages[(messages.Span.IndexOf((byte)0x1E) + 1)..];
        }

        var (length, shift, index) = (0, 0, 0);
        while (index < messages.Length)
        {
            var part = messages.Span[index++];
            length |= (part & 0x7F) << shift;
            shift += 7;
            if (part < 0x80)
            {
                if (messages.Length - index < length)
                {
                    return false;
                }

                message = messages.Slice(index, length);
                messages = messages[(index + length)..];
                return true;
            }
        }

        return false;
    }

    private static void Write(ref MessagePackWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                writer.Write(text);
                break;
            case byte[] bytes:
                writer.Write(bytes);
                break;
            case long number:
                writer.Write(number);
                break;
            case double number:
                writer.Write(number);
                break;
            case bool isTrue:
                writer.Write(isTrue);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not written by this hub's callers.", nameof(value));
        }
    }
}
