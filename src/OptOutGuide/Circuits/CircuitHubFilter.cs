using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using OptOutGuide.Configuration;
using OptOutGuide.Telemetry;

namespace OptOutGuide.Circuits;

/// <summary>
/// Runs before every call of Blazor's hub: ends connections with calls that no page of the site makes, and delays those beyond
/// their budget. A page whose connection was ended works by its links.
/// </summary>
internal sealed class CircuitHubFilter(CircuitLimits limits, CircuitCpuLimiter cpu) : IHubFilter
{
    private static readonly object Key = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var (connection, method) = (invocationContext.Context, invocationContext.HubMethodName);
        var calls = CallsOf(connection);
        if (!calls.Allow(method, invocationContext.HubMethodArguments))
        {
            SiteMeter.ConnectionsEnded.Add(1);
            connection.Abort();
            return null;
        }

        if (calls.Charge(method, Stopwatch.GetElapsedTime(0)) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait);
        }

        // The call renders before its first await: the time until then is processor time.
        var start = Stopwatch.GetTimestamp();
        var running = next(invocationContext);
        var work = Stopwatch.GetElapsedTime(start);
        var result = await running;
        await cpu.ChargeAsync(ClientPartition.AddressOf(connection.GetHttpContext()), work);
        return result;
    }

    private CircuitCalls CallsOf(HubCallerContext connection)
    {
        if (connection.Items.TryGetValue(Key, out var known) && known is CircuitCalls calls)
        {
            return calls;
        }

        calls = new(limits);
        connection.Items[Key] = calls;
        return calls;
    }
}
