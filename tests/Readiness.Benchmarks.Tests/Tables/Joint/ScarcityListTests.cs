using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Joint;

namespace Readiness.Benchmarks.Tests.Tables.Joint;

public sealed class ScarcityListTests
{
    [Fact]
    public void Degrees_keep_their_order_and_are_named_once() =>
        Assert.Equal([0.6, 2, 0.05, 1], ScarcityList.Parse("0.6, 2,0.05,1.0,1"));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0.04")]
    [InlineData("2.01")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("0.6;0.8")]
    [InlineData("0.6,")]
    public void Anything_else_is_refused_by_the_option_s_name(string text) =>
        Assert.StartsWith("--scarcity: '", Assert.Throws<TableRequestException>(() => ScarcityList.Parse(text)).Message);
}
