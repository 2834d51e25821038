using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Hosting;

/// <summary>
/// Kestrel answers the pipelined requests of a connection one after the other without returning its thread, for as long as
/// there are more: a few clients that send requests ahead would occupy all threads of the pool.
/// </summary>
internal static class FairScheduling
{
    /// <summary>Requests that a thread answers before it takes up what else is waiting.</summary>
    public const int RequestsPerTurn = 4;

    [ThreadStatic]
    private static int _requests;

    public static void UseFairScheduling(this WebApplication app) => app.Use(InvokeAsync);

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        _requests++;
        return _requests % RequestsPerTurn == 0 ? InvokeLaterAsync(context, next) : next(context);
    }

    private static async Task InvokeLaterAsync(HttpContext context, RequestDelegate next)
    {
        await Task.Yield();
        await next(context);
    }
}
