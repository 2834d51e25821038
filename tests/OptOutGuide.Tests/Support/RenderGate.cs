using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Tests.Support;

/// <summary>Counts how often the site renders a page, or one of its components, and can block rendering.</summary>
internal sealed class RenderGate : IComponentActivator, IDisposable
{
    /// <summary>So that a test that fails ends.</summary>
    public static readonly TimeSpan OpensAfter = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly ManualResetEventSlim _hasStarted = new();
    private int _rendered;
    private int _allowed = int.MaxValue;

    /// <summary>By default the whole of any page.</summary>
    public Type Component { get; init; } = typeof(Document);

    public int Rendered => Volatile.Read(ref _rendered);

    /// <summary>From now on, rendering waits.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _allowed = _rendered;
        }
    }

    /// <summary>So many of those that wait go on; those after them still wait.</summary>
    public void LetThrough(int count)
    {
        lock (_gate)
        {
            _allowed += count;
            Monitor.PulseAll(_gate);
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _allowed = int.MaxValue;
            Monitor.PulseAll(_gate);
        }
    }

    public void WaitUntilRendering() => Assert.True(_hasStarted.Wait(OpensAfter));

    public IComponent CreateInstance(Type componentType)
    {
        if (componentType == Component)
        {
            lock (_gate)
            {
                var number = ++_rendered;
                _hasStarted.Set();
                while (number > _allowed && Monitor.Wait(_gate, OpensAfter))
                {
                }
            }
        }

        return (IComponent)Activator.CreateInstance(componentType)!;
    }

    public void Dispose() => _hasStarted.Dispose();
}
