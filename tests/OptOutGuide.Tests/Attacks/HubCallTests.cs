namespace OptOutGuide.Tests.Attacks;

/// <summary>Calls over the connection of a list that no page makes end it.</summary>
public sealed class HubCallTests(RunningSite site) : IClassFixture<RunningSite>
{
    /// <summary>A call that every circuit may make; it is answered if the connection is still open.</summary>
    private static readonly byte[] Last = BlazorPack.Call("last", "OnRenderCompleted", 1L, null);

    /// <summary>An attacker could read the protected component of a page once and add it to the circuit many times.</summary>
    [Fact]
    public async Task Component_AddedAgain_EndsTheConnection()
    {
        using var circuit = await ListCircuit.OpenAsync(site.Address, $"/fr/ma-liste?l={FullestList.Uneven()}");

        await circuit.SendAsync(Enumerable.Range(2, 5).Select(circuit.Addition).Append(Last));

        Assert.True(await circuit.IsEndedAsync("last"));
    }

    [Fact]
    public async Task Component_AddedToACircuitThatSomebodyCameBackTo_EndsTheConnection()
    {
        using var left = await ListCircuit.OpenAsync(site.Address, $"/fr/ma-liste?l={FullestList.Uneven()}");
        using var socket = await Hub.OpenAsync(site.Address);
        using var back = new ListCircuit(socket, "");
        await back.SendAsync(ListCircuit.Handshake, BlazorPack.Call("back", "ConnectCircuit", left.Secret));
        Assert.False(await back.IsEndedAsync("back"));

        await back.SendAsync(left.Addition(2), Last);

        Assert.True(await back.IsEndedAsync("last"));
    }

    /// <summary>Components named at the start would be rendered beside the one that is added.</summary>
    [Fact]
    public async Task Circuit_StartedWithComponents_EndsTheConnection()
    {
        using var circuit = new ListCircuit(await Hub.OpenAsync(site.Address), "");

        await circuit.SendAsync(ListCircuit.Handshake, BlazorPack.Call("start", "StartCircuit", site.Address.AbsoluteUri, site.Address.AbsoluteUri, "[ ]", ""));

        Assert.True(await circuit.IsEndedAsync("start"));
    }

    /// <summary>Resuming would render lists of visitors who have left.</summary>
    [Fact]
    public async Task Circuit_ThatSomebodyWantsToResume_EndsTheConnection()
    {
        var circuit = await ListCircuit.OpenAsync(site.Address, "/fr/ma-liste?l=1.Lfit");
        circuit.Dispose();
        using var socket = await Hub.OpenAsync(site.Address);
        using var resumed = new ListCircuit(socket, "");

        await resumed.SendAsync(ListCircuit.Handshake, BlazorPack.Call("resume", "ResumeCircuit", circuit.Secret, site.Address.AbsoluteUri, site.Address.AbsoluteUri, "[]", ""));

        Assert.True(await resumed.IsEndedAsync("resume"));
    }

    /// <summary>Methods of the hub that the page's script does not call.</summary>
    [Theory]
    [InlineData("PauseCircuit")]
    [InlineData("ReceiveByteArray", 0L, new byte[0])]
    [InlineData("ReceiveJSDataChunk", 1L, 0L, new byte[0], null)]
    [InlineData("OnLocationChanging", 1L, "http://localhost/", null, false)]
    public async Task Call_ThatNoPageMakes_EndsTheConnection(string method, params object?[] arguments)
    {
        using var circuit = await ListCircuit.OpenAsync(site.Address, "/fr/ma-liste?l=1.Lfit");

        await circuit.SendAsync(BlazorPack.Call("call", method, arguments));

        Assert.True(await circuit.IsEndedAsync("call"));
    }
}
