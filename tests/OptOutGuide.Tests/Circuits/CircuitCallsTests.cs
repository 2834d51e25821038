namespace OptOutGuide.Tests.Circuits;

/// <summary>Which calls a connection may make, in which order, and how often.</summary>
public sealed class CircuitCallsTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(1);

    private static readonly string[] ClickAndConfirmation = ["BeginInvokeDotNetFromJS", "OnRenderCompleted"];

    [Theory]
    [InlineData(true, "StartCircuit", "UpdateRootComponents", "OnRenderCompleted", "BeginInvokeDotNetFromJS", "EndInvokeJSFromDotNet", "OnLocationChanged")]
    [InlineData(true, "ConnectCircuit", "ConnectCircuit", "OnRenderCompleted", "BeginInvokeDotNetFromJS")]
    [InlineData(false, "StartCircuit", "StartCircuit")]
    [InlineData(false, "StartCircuit", "ConnectCircuit")]
    [InlineData(false, "StartCircuit", "UpdateRootComponents", "UpdateRootComponents")]
    [InlineData(false, "ConnectCircuit", "UpdateRootComponents")]
    [InlineData(false, "ResumeCircuit")]
    [InlineData(false, "ResumeCircuit", "StartCircuit")]
    public void Allow_CallsInThisOrder_OnlyAsThePagesScriptMakesThem(bool isAllowed, params string[] methods)
    {
        var calls = new CircuitCalls(new());

        var allowed = methods.Select(method => calls.Allow(method, Arguments("[]"))).ToArray();

        Assert.Equal(isAllowed, allowed[^1]);
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[{}]", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Allow_CircuitWithComponentsFromTheStart_IsRefused(string? components, bool isAllowed) =>
        Assert.Equal(isAllowed, new CircuitCalls(new()).Allow("StartCircuit", Arguments(components)));

    /// <summary>Half a minute of clicks faster than by hand, with the acknowledgement of each render batch.</summary>
    [Fact]
    public void Charge_FiveClicksASecond_NeedNoWait()
    {
        var calls = new CircuitCalls(new());

        var waits = Enumerable.Range(0, 150).SelectMany(click => ClickAndConfirmation
            .Select(method => calls.Charge(method, Now + TimeSpan.FromMilliseconds(200 * click))));

        Assert.All(waits, wait => Assert.Equal(TimeSpan.Zero, wait));
    }

    [Theory]
    [InlineData("BeginInvokeDotNetFromJS", 30)]
    [InlineData("OnRenderCompleted", 100)]
    public void Charge_MoreAtOnceThanThereMayBe_Waits(string method, int most)
    {
        var calls = new CircuitCalls(new());

        var waits = Enumerable.Range(0, most + 1).Select(_ => calls.Charge(method, Now)).ToArray();

        Assert.All(waits[..most], wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.NotEqual(TimeSpan.Zero, waits[most]);
    }

    private static object?[] Arguments(string? components) => ["https://example.org/", "https://example.org/fr/ma-liste", components, ""];
}
