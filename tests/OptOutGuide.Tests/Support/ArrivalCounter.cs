using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace OptOutGuide.Tests.Support;

/// <summary>Counts the requests to a site inside the test process.</summary>
internal sealed class ArrivalCounter : IStartupFilter
{
    private int _count;
    private int _waited;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Requests that have begun to wait for something; one that is being rendered has not.</summary>
    public int Waited => Volatile.Read(ref _waited);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, handler) =>
        {
            Interlocked.Increment(ref _count);
            var answer = handler(context);
            if (!answer.IsCompleted)
            {
                Interlocked.Increment(ref _waited);
            }

            return answer;
        });
        next(app);
    };
}
