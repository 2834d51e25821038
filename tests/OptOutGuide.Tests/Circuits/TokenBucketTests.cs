namespace OptOutGuide.Tests.Circuits;

public sealed class TokenBucketTests
{
    private static readonly TimeSpan Start = TimeSpan.FromDays(3);

    [Fact]
    public void Charge_WithinWhatIsThereAtOnce_NeedsNoWait()
    {
        var bucket = new TokenBucket(capacity: 10, perSecond: 2);

        Assert.All(Enumerable.Repeat(1, 10), amount => Assert.Equal(TimeSpan.Zero, bucket.Charge(amount, Start)));
    }

    [Fact]
    public void Charge_BeyondIt_WaitsUntilTheDebtIsPaidOff()
    {
        var bucket = new TokenBucket(capacity: 10, perSecond: 2);

        Assert.Equal(TimeSpan.FromSeconds(2.5), bucket.Charge(15, Start));
        Assert.Equal(TimeSpan.FromSeconds(0.5), bucket.Charge(1, Start.Add(TimeSpan.FromSeconds(2.5))));
    }

    [Fact]
    public void Charge_AfterAPause_FindsNoMoreThanTheCapacity()
    {
        var bucket = new TokenBucket(capacity: 10, perSecond: 2);
        bucket.Charge(10, Start);

        var wait = bucket.Charge(11, Start.Add(TimeSpan.FromDays(1)));

        Assert.Equal(TimeSpan.FromSeconds(0.5), wait);
    }
}
