namespace OptOutGuide.Tests.Support;

/// <summary>A message of the hub. A call has a target and arguments; its completion has the id and, as arguments, the result.</summary>
internal sealed record HubMessage(HubMessageType Type, string? Id, string? Target, IReadOnlyList<object?> Arguments)
{
    public static HubMessage Of(IReadOnlyList<object?> fields) => (HubMessageType)(long)fields[0]! switch
    {
        HubMessageType.Call => new(HubMessageType.Call, fields[2] as string, fields[3] as string, (IReadOnlyList<object?>)fields[4]!),
        HubMessageType.Completion => new(HubMessageType.Completion, fields[2] as string, null, [.. fields.Skip(4)]),
        var other => new(other, null, null, []),
    };
}

internal enum HubMessageType
{
    Call = 1,
    Completion = 3,
    Ping = 6,
    Close = 7,
}
