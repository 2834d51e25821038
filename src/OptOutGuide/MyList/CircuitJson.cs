using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.JSInterop;

namespace OptOutGuide.MyList;

/// <summary>
/// Writes what a circuit sends to the page's scripts. Every circuit describes for itself each type that it writes as JSON,
/// and .NET's own converter describes all interfaces of an object too, looking for one that says how to write it: dozens
/// for the number in Blazor's first message (<c>INumber&lt;int&gt;</c>…), half of what an empty circuit weighs. This one
/// writes an object as what it is, and what is plain by a description that all circuits share.
/// </summary>
internal sealed class CircuitJson : JsonConverter<object>
{
    private static readonly CircuitJson Lean = new();

    /// <summary>To be called after Blazor has added what it needs.</summary>
    public static void Use(IServiceCollection services)
    {
        var blazors = services.Last(service => service.ServiceType == typeof(IJSRuntime)).ImplementationType!;
        services.AddScoped(provider =>
        {
            var runtime = (JSRuntime)ActivatorUtilities.CreateInstance(provider, blazors);
            Options(runtime).Converters.Add(Lean);
            return (IJSRuntime)runtime;
        });
    }

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), value is string or int or IDictionary ? JsonSerializerOptions.Web : options);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions Options(JSRuntime runtime);
}
