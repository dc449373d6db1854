using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Joint;

namespace Readiness.Benchmarks.Tests.Tables.Joint;

public sealed class SeedRangesTests
{
    [Theory]
    [InlineData("7", new[] { 7 })]
    [InlineData("1..4", new[] { 1, 2, 3, 4 })]
    [InlineData("5..5", new[] { 5 })]
    [InlineData("9,2, 4", new[] { 9, 2, 4 })]
    [InlineData("1..3,8,2..4", new[] { 1, 2, 3, 8, 4 })]
    [InlineData("2147483646..2147483647", new[] { int.MaxValue - 1, int.MaxValue })]
    public void Lists_and_ranges_keep_their_order_and_name_each_seed_once(string text, int[] seeds) =>
        Assert.Equal(seeds, SeedRanges.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1,,2")]
    [InlineData("3..1")]
    [InlineData("1..")]
    [InlineData("1..2..3")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("ten")]
    [InlineData("2147483648")]
    [InlineData("0..2147483647")]
    public void Anything_else_is_refused_by_the_option_s_name(string text) =>
        Assert.StartsWith("--seeds: '", Assert.Throws<TableRequestException>(() => SeedRanges.Parse(text)).Message);
}
