using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Tests.Support;

/// <summary>Counts how often the site draws a page, and can be held while it does.</summary>
internal sealed class Pen : IComponentActivator, IDisposable
{
    private readonly ManualResetEventSlim _isFree = new(initialState: true);
    private readonly ManualResetEventSlim _hasBegun = new();
    private int _drawn;

    public int Drawn => Volatile.Read(ref _drawn);

    /// <summary>From now on, whoever begins to draw waits.</summary>
    public void Hold() => _isFree.Reset();

    public void Release() => _isFree.Set();

    public void WaitUntilDrawing() => Assert.True(_hasBegun.Wait(TimeSpan.FromSeconds(30)));

    public IComponent CreateInstance(Type componentType)
    {
        if (componentType == typeof(Document))
        {
            Interlocked.Increment(ref _drawn);
            _hasBegun.Set();
            _isFree.Wait(TimeSpan.FromSeconds(30));
        }

        return (IComponent)Activator.CreateInstance(componentType)!;
    }

    public void Dispose()
    {
        _isFree.Dispose();
        _hasBegun.Dispose();
    }
}
