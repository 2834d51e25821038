using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace OptOutGuide.Tests.Support;

internal sealed class ArrivalCounter : IStartupFilter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, handler) =>
        {
            Interlocked.Increment(ref _count);
            return handler(context);
        });
        next(app);
    };
}
