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
