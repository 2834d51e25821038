namespace OptOutGuide.Circuits;

/// <summary>The calls of one connection so far, and which are allowed next. SignalR passes them on one after the other.</summary>
internal sealed class CircuitCalls(CircuitLimits limits)
{
    private readonly TokenBucket _calls = new(limits.Calls.AtOnce, limits.Calls.PerSecond);
    private readonly TokenBucket _clicks = new(limits.Clicks.AtOnce, limits.Clicks.PerSecond);
    private bool _hasStarted;
    private bool _hasComponent;
    private bool _isEnded;

    /// <summary>
    /// False for a call that no page of the site makes, and for every later call: SignalR still passes on what it received
    /// before the connection was ended.
    /// </summary>
    public bool Allow(string method, IReadOnlyList<object?> arguments)
    {
        _isEnded = _isEnded || !limits.Methods.Contains(method) || !IsInOrder(method, arguments);
        return !_isEnded;
    }

    /// <summary>How long an allowed call has to wait for its budget.</summary>
    public TimeSpan Charge(string method, TimeSpan now)
    {
        var wait = _calls.Charge(1, now);
        return method is HubMethod.BeginInvokeDotNetFromJS && _clicks.Charge(1, now) is var click && click > wait ? click : wait;
    }

    /// <summary>
    /// A connection starts a circuit without components and adds one, once. After reconnecting to a circuit
    /// (<see cref="HubMethod.ConnectCircuit"/>) it adds none, because that circuit already has its component.
    /// </summary>
    private bool IsInOrder(string method, IReadOnlyList<object?> arguments)
    {
        switch (method)
        {
            case HubMethod.StartCircuit:
                var isFirst = !_hasStarted && arguments is [_, _, "[]", ..];
                _hasStarted = true;
                return isFirst;
            case HubMethod.ConnectCircuit:
                _hasComponent = true;
                return !_hasStarted;
            case HubMethod.UpdateRootComponents:
                var isOnly = !_hasComponent;
                _hasComponent = true;
                return isOnly;
            default:
                return true;
        }
    }
}
