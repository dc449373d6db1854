using Readiness.Quarantine;
using Readiness.Quarantine.Intervals;
using Readiness.Solving;

namespace Readiness.Tests.Quarantine.Intervals;

public sealed class RoomFlowTests
{
    [Fact]
    public void The_value_is_that_of_the_linear_programme_and_of_what_is_taken()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            LocationProblem problem = RandomLocations.Create(seed, mostSites: 1, mostDays: 12, mostCustomers: 5, mostDemand: 5, singleSource: false) with
            {
                LengthOfStay = 1 + random.Next(6),
                Resources = [],
            };
            var location = new IndexedLocation(problem with { Sites = [problem.Sites[0] with { EarliestDay = 0, Opening = OpeningRule.Free, Capacity = 1 + random.Next(9) }] });
            var groups = new CustomerGroups(location, LocationCriterion.Cost);
            double[] values = [.. Enumerable.Range(0, groups.Demand.Length).Select(_ => random.Next(4) == 0 ? -1.0 : random.NextDouble() * 10)];
            var offers = new StayOffers(location);
            offers.Collect(groups, 0, (group, day) => values[(group * location.Days) + day]);
            var flow = new RoomFlow(location);
            int first = random.Next(location.Days);
            int last = first + random.Next(location.Days - first);

            double value = flow.Solve(offers, location.Capacity[0], first, last);

            Assert.Equal(Optimum(location, offers, first, last), value, 5);
            double taken = 0;
            double[] occupants = new double[location.Days];
            for (int k = 0; k < offers.All.Count; k++)
            {
                Assert.InRange(flow.Taken[k], 0, offers.All[k].Most + 1e-9);
                taken += flow.Taken[k] * offers.All[k].Value;
                int day = offers.All[k].Cell % location.Days;
                for (int t = day; t <= location.StayEnd[day]; t++)
                {
                    occupants[t] += flow.Taken[k];
                    Assert.True(flow.Taken[k] == 0 || (t >= first && t <= last));
                }
            }

            Assert.Equal(value, taken, 6);
            Assert.All(occupants, rooms => Assert.InRange(rooms, 0, location.Capacity[0] + 1e-6));
        }
    }

    private static double Optimum(IndexedLocation location, StayOffers offers, int first, int last)
    {
        var model = new LinearModelBuilder();
        var staying = new List<int>[location.Days];
        for (int t = 0; t < location.Days; t++)
        {
            staying[t] = [];
        }

        foreach ((double value, double most, int cell) in offers.All)
        {
            int day = cell % location.Days;
            int column = model.AddColumn(-value, 0, day >= first && location.StayEnd[day] <= last ? most : 0);
            for (int t = day; t <= location.StayEnd[day]; t++)
            {
                staying[t].Add(column);
            }
        }

        foreach (List<int> columns in staying)
        {
            model.AddRow(double.NegativeInfinity, location.Capacity[0], [.. columns], [.. columns.Select(_ => 1.0)]);
        }

        using var solver = new HighsSolver(model);
        return model.ColumnCount == 0 ? 0 : -solver.Solve().Objective;
    }
}
