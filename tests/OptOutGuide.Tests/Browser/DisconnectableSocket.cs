using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A WebSocket route that a test can close and open again.</summary>
internal sealed class DisconnectableSocket
{
    private IWebSocketRoute? _open;
    private bool _isCut;

    public async Task ConnectAsync(IWebSocketRoute socket)
    {
        if (_isCut)
        {
            await socket.CloseAsync();
            return;
        }

        _open = socket;
        socket.ConnectToServer();
    }

    public async Task DisconnectAsync()
    {
        _isCut = true;
        await _open!.CloseAsync();
    }

    public void Reconnect() => _isCut = false;
}
