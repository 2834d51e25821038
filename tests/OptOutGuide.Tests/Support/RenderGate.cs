using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Tests.Support;

/// <summary>Counts how often the site renders a page, or one of its components, and can block rendering.</summary>
internal sealed class RenderGate : IComponentActivator, IDisposable
{
    private readonly ManualResetEventSlim _isOpen = new(initialState: true);
    private readonly ManualResetEventSlim _hasStarted = new();
    private int _rendered;

    /// <summary>By default the whole of any page.</summary>
    public Type Component { get; init; } = typeof(Document);

    public int Rendered => Volatile.Read(ref _rendered);

    /// <summary>From now on, rendering waits.</summary>
    public void Hold() => _isOpen.Reset();

    public void Release() => _isOpen.Set();

    public void WaitUntilRendering() => Assert.True(_hasStarted.Wait(TimeSpan.FromSeconds(30)));

    public IComponent CreateInstance(Type componentType)
    {
        if (componentType == Component)
        {
            Interlocked.Increment(ref _rendered);
            _hasStarted.Set();
            _isOpen.Wait(TimeSpan.FromSeconds(30));
        }

        return (IComponent)Activator.CreateInstance(componentType)!;
    }

    public void Dispose()
    {
        _isOpen.Dispose();
        _hasStarted.Dispose();
    }
}
