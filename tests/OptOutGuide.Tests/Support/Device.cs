using System.Text.Json;
using Microsoft.JSInterop;

namespace OptOutGuide.Tests.Support;

/// <summary>The visitor's device as the list's circuit meets it: stands for MyListPage.razor.js and its storage.</summary>
internal sealed class Device : IJSRuntime, IJSObjectReference
{
    private readonly List<DeviceCall> _kept = [];

    /// <summary>What the device already holds.</summary>
    public string? Stored { get; set; }

    /// <summary>The page shows another list than the stored one.</summary>
    public bool IsForeign { get; set; }

    public bool RefusesStorage { get; set; }

    /// <summary>What the device was told to keep, in order.</summary>
    public IReadOnlyList<DeviceCall> Kept => _kept;

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        object answer = identifier switch
        {
            "import" => this,
            "open" => new { stored = Stored, isForeign = IsForeign },
            "save" or "adopt" => Keep(identifier, args!),
            _ => throw new JSException($"The page's script has no function {identifier}."),
        };
        return new(answer is TValue value ? value : JsonSerializer.SerializeToElement(answer).Deserialize<TValue>(JsonSerializerOptions.Web)!);
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool Keep(string function, object?[] args)
    {
        _kept.Add(new(function, (string)args[0]!, (string?)args.ElementAtOrDefault(1)));
        return !RefusesStorage;
    }
}

internal sealed record DeviceCall(string Function, string Stored, string? Address);
