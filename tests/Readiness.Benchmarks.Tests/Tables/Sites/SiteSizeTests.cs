using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class SiteSizeTests
{
    [Fact]
    public void A_list_keeps_its_order_and_names_each_size_once()
    {
        Assert.Equal(
            [new SiteSize(1000, 1000, 5), new SiteSize(200, 1000, 3.5), new SiteSize(1, 100_000, 1)],
            SiteSize.ParseList("1000x1000:5,200 x 1000 : 3.5,1000x1000:5.0,1x100000:1"));
        Assert.Equal("200x1000-3.5-seed7", new SiteSize(200, 1000, 3.5).Name(7));
        Assert.Equal("1000x1000-5-seed0", new SiteSize(1000, 1000, 5).Name(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("200x1000")]
    [InlineData("200:3")]
    [InlineData("200x1000:")]
    [InlineData("200x1000:3:4")]
    [InlineData("200x1000x5:3")]
    [InlineData("0x1000:3")]
    [InlineData("200x0:3")]
    [InlineData("-200x1000:3")]
    [InlineData("10001x1:3")]
    [InlineData("1x100001:3")]
    [InlineData("10000x2001:3")]
    [InlineData("200x1000:0.99")]
    [InlineData("200x1000:100.5")]
    [InlineData("200x1000:-3")]
    [InlineData("200x1000:NaN")]
    [InlineData("2e2x1000:3")]
    [InlineData("99999999999x1000:3")]
    public void Anything_else_is_refused_by_the_option_s_name(string text)
    {
        string message = Assert.Throws<TableRequestException>(() => SiteSize.ParseList(text)).Message;

        Assert.StartsWith($"--generate: '{text}' cannot be made;", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void All_wrong_parts_are_quoted_at_once() =>
        Assert.StartsWith(
            "--generate: '5', 'axb:2' cannot be made;",
            Assert.Throws<TableRequestException>(() => SiteSize.ParseList("5,10x10:2,axb:2")).Message);
}
