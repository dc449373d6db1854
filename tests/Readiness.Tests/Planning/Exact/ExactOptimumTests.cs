using CsCheck;
using Readiness.Districts;

namespace Readiness.Tests.Planning.Exact;

/// <summary>Exact optima of very small districts against the audit, the plans and the bounds.</summary>
/// <remarks>
/// The long run is left out of a usual one: <c>CsCheck_Time=600 dotnet run --project tests/Readiness.Tests -- --explicit only
/// --filter-class "*ExactOptimumTests" --show-live-output on</c> compares random districts for ten minutes and prints how often bounds
/// and plans are the best possible.
/// </remarks>
public class ExactOptimumTests
{
    public static TheoryData<int> Seeds => [3, 5, 7, 8, 9, 12, 16, 17, 18, 19];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_bound_and_no_plan_is_below_the_exact_optimum(int seed)
    {
        Yardstick? yardstick = Yardstick.Of(Valid(seed), TestContext.Current.CancellationToken);

        Assert.NotNull(yardstick);
        Assert.True(yardstick.Faults.IsEmpty, string.Join('\n', yardstick.Faults));
    }

    [Fact(Explicit = true)]
    public void No_bound_and_no_plan_is_below_the_exact_optimum_of_many_districts()
    {
        var found = new List<Yardstick>();
        int undecided = 0;
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                if (Yardstick.Of(Valid(seed), TestContext.Current.CancellationToken) is not { } yardstick)
                {
                    undecided++;
                    return;
                }

                found.Add(yardstick);
                Assert.True(yardstick.Faults.IsEmpty, string.Join('\n', yardstick.Faults));
            },
            iter: 300,
            threads: 1);

        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{found.Count} districts, {undecided} undecided.");
        output.WriteLine("level            levels above 0   bound exact   plan best   mean bound ÷ least");
        foreach (IGrouping<string, YardstickRow> level in found.SelectMany(yardstick => yardstick.Rows)
            .Where(row => row.Least is not null && row.Objective > 0).GroupBy(row => row.Level.Split('.', 2) is ["cost" or "load", _] ? row.Level : row.Level[..5]))
        {
            YardstickRow[] rows = [.. level];
            double[] shares = [.. rows.Where(row => row.Least > 0).Select(row => row.Bound / row.Least!.Value)];
            output.WriteLine(
                $"{level.Key,-16} {rows.Length,14} {Share(rows, row => row.Bound >= row.Least - 1e-3),13:P0} "
                + $"{Share(rows, row => row.Objective <= row.Least + 1e-3),11:P0} {shares.DefaultIfEmpty(1).Average(),20:P0}");
        }
    }

    private static double Share(YardstickRow[] rows, Func<YardstickRow, bool> holds) => rows.Count(holds) / (double)rows.Length;

    private static District Valid(int seed)
    {
        District district = MicroDistricts.Create(seed);
        Assert.Empty(DistrictValidator.Validate(district));
        return district;
    }
}
