using System.Buffers;
using MessagePack;

namespace OptOutGuide.Tests.Support;

/// <summary>Calls of the hub in Blazor's own protocol: a SignalR invocation in MessagePack with its length before it.</summary>
internal static class BlazorPack
{
    private const int Invocation = 1;

    private static ReadOnlySpan<byte> HandshakeAnswer => "{}\u001e"u8;

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

    /// <summary>Takes the whole messages from the front; what is left is the beginning of one that has not come yet.</summary>
    public static IReadOnlyList<HubMessage> Take(ref ReadOnlyMemory<byte> messages)
    {
        List<HubMessage> taken = [];
        while (TryTakeMessage(ref messages, out var message))
        {
            var reader = new MessagePackReader(message);
            if (reader.NextMessagePackType is MessagePackType.Array)
            {
                taken.Add(HubMessage.Of([.. Values(ref reader)]));
            }
        }

        return taken;
    }

    private static List<object?> Values(ref MessagePackReader reader)
    {
        List<object?> values = [];
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            values.Add(Value(ref reader));
        }

        return values;
    }

    private static object? Value(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Integer:
                return reader.ReadInt64();
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.Binary:
                return reader.ReadBytes()!.Value.ToArray();
            case MessagePackType.Array:
                return Values(ref reader);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>False at the end, and before a message that is not whole. The answer to the handshake, which is JSON, is passed over.</summary>
    private static bool TryTakeMessage(ref ReadOnlyMemory<byte> messages, out ReadOnlyMemory<byte> message)
    {
        message = default;
        if (messages.Span.StartsWith(HandshakeAnswer))
        {
            messages = messages[HandshakeAnswer.Length..];
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
