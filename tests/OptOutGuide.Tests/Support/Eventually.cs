namespace OptOutGuide.Tests.Support;

/// <summary>Waits for what comes true soon, and fails when it does not.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("It did not come true within thirty seconds.");
    }
}
