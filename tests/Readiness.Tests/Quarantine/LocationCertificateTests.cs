using Readiness.Quarantine;
using Readiness.Quarantine.Capacitated;

namespace Readiness.Tests.Quarantine;

public sealed class LocationCertificateTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_bound_is_borne_out_and_none_above_it(int block)
    {
        int parted = 0;
        for (int seed = block * 20; seed < (block + 1) * 20; seed++)
        {
            LocationProblem problem = Random(seed);
            SitePlan plan = Solve(problem);
            LocationCertificate certificate = plan.Certificate!;
            parted += certificate.Parts.Length > 1 ? 1 : 0;

            Assert.Empty(LocationCertificateCheck.Check(problem, certificate));
            Assert.Equal(plan.Proof.Levels[^1].Bound, certificate.Value, 6);
            double above = plan.Proof.Levels[^1].Objective + 1;
            Assert.NotEmpty(LocationCertificateCheck.Check(problem, certificate with { Value = above }));
        }

        Assert.True(parted > 0);
    }

    [Fact]
    public void A_certificate_with_a_part_missing_or_changed_does_not_hold()
    {
        (LocationProblem problem, LocationCertificate certificate) = Enumerable.Range(0, 200)
            .Select(seed => Random(seed))
            .Select(problem => (problem, Solve(problem).Certificate!))
            .First(pair => pair.Item2.Parts.Length > 2);
        int parent = certificate.Parts.ToList().FindIndex(part => part.Site >= 0);
        CertificatePart part = certificate.Parts[parent];
        CertificatePart[] broken =
        [
            part with { Site = problem.Sites.Length },
            part with { Open = parent },
            part with { Closed = certificate.Parts.Length },
            part with { Site = -1, Steps = [] },
        ];

        Assert.All(broken, changed => Assert.NotEmpty(LocationCertificateCheck.Check(problem, certificate with { Parts = certificate.Parts.SetItem(parent, changed) })));
        Assert.NotEmpty(LocationCertificateCheck.Check(problem, certificate with { Parts = [] }));
        int closing = certificate.Parts.ToList().FindLastIndex(p => p.Site < 0 && p.Steps.Length > 0);
        CertificateStep free = certificate.Parts[closing].Steps[0] with { Prices = [.. new double[problem.Customers.Length]], Opened = [], Closed = [] };
        Assert.NotEmpty(LocationCertificateCheck.Check(
            problem, certificate with { Parts = certificate.Parts.SetItem(closing, certificate.Parts[closing] with { Steps = [free] }) }));
    }

    [Fact]
    public void Demand_that_no_site_may_serve_needs_no_room()
    {
        var problem = new LocationProblem
        {
            Sites = [new LocationSite("a", 10, 5), new LocationSite("b", 10, 5)],
            Customers = [new LocationCustomer("x", [5]), new LocationCustomer("far", [100])],
            AssignmentCosts = [1, 1, double.PositiveInfinity, double.PositiveInfinity],
        };
        LocationCertificate certificate = Solve(problem).Certificate!;

        Assert.Empty(LocationCertificateCheck.Check(problem, certificate));
        Assert.NotEmpty(LocationCertificateCheck.Check(problem, certificate with { Value = certificate.Value + 1 }));
    }

    [Fact]
    public void Only_problems_of_one_day_have_certificates()
    {
        LocationProblem problem = Random(1);
        LocationCertificate certificate = Solve(problem).Certificate!;

        Assert.Throws<ArgumentException>(() => LocationCertificateCheck.Check(problem with { SingleSource = true }, certificate));
        Assert.Null(new SitePlanner().Plan(problem, null, null, TestContext.Current.CancellationToken).Certificate);
    }

    [Fact]
    public void Bounds_by_cuts_are_borne_out_and_only_by_the_right_ones()
    {
        int cuts = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            LocationProblem problem = Random(seed);
            LocationCertificate certificate = SolveWithCuts(problem);
            cuts += certificate.Cuts.Length;

            Assert.Empty(LocationCertificateCheck.Check(problem, certificate));
            Assert.NotEmpty(LocationCertificateCheck.Check(problem, certificate with { Value = (certificate.Value * 1.01) + 1 }));
            for (int k = 0; k < certificate.Cuts.Length; k++)
            {
                CertificateCut cut = certificate.Cuts[k];
                CutSite first = cut.Sites[0];
                CertificateCut[] broken =
                [
                    cut with { Divisor = 0 },
                    cut with { Customers = cut.Customers.Add(cut.Customers[0]) },
                    cut with { Customers = cut.Customers.Add(problem.Customers.Length) },
                    cut with { Sites = cut.Sites.Add(first) },
                    cut with { Sites = cut.Sites.SetItem(0, first with { Site = problem.Sites.Length }) },
                    cut with { Sites = cut.Sites.SetItem(0, first with { Served = first.Served.Add(first.Served[0]) }) },
                ];
                Assert.All(broken, changed => Assert.Contains(
                    $"cut {k} is not well formed", LocationCertificateCheck.Check(problem, certificate with { Cuts = certificate.Cuts.SetItem(k, changed) })));
            }
        }

        Assert.True(cuts > 20, $"{cuts} cuts");
    }

    [Fact]
    public void Without_the_prices_of_its_cuts_a_certificate_does_not_hold()
    {
        int needed = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            LocationProblem problem = Random(seed);
            LocationCertificate certificate = SolveWithCuts(problem);
            LocationCertificate without = certificate with
            {
                Parts = [.. certificate.Parts.Select(part => part with { Steps = [.. part.Steps.Select(step => step with { CutPrices = [] })] })],
            };
            needed += LocationCertificateCheck.Check(problem, without).Count > 0 ? 1 : 0;
        }

        Assert.True(needed > 3, $"{needed}");
    }

    // As the planner does, but with cuts from the first part on.
    private static LocationCertificate SolveWithCuts(LocationProblem problem)
    {
        var location = new IndexedLocation(problem);
        var day = new OneDayLocation(location, OpeningRulesReader.Read(problem));
        var clock = new SearchClock(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var least = new LocationTree(day.Unserved(), clock, 1e-9, 1, long.MaxValue) { Granularity = 1 };
        least.Run();
        day.AllowedUnserved = least.Cost;
        var record = new SearchRecord();
        var tree = new LocationTree(day.Costs(), clock, 1e-9, 1, long.MaxValue) { Record = record, NodesBeforeCuts = 0 };
        tree.Run();
        return record.ToCertificate(tree.Bound, day);
    }

    private static SitePlan Solve(LocationProblem problem) => new SitePlanner().Plan(
        problem, new LocationOptions { Threads = 1, WithCertificate = true }, null, TestContext.Current.CancellationToken);

    private static LocationProblem Random(int seed)
    {
        var random = new Random(seed);
        int sites = 6 + random.Next(8);
        int customers = 10 + random.Next(15);
        return new LocationProblem
        {
            Sites = [.. Enumerable.Range(0, sites).Select(j => new LocationSite($"s{j}", 8 + random.Next(12), 20 + random.Next(30)))],
            Customers = [.. Enumerable.Range(0, customers).Select(i => new LocationCustomer($"c{i}", [random.Next(6)]))],
            AssignmentCosts = [.. Enumerable.Range(0, sites * customers).Select(_ => random.Next(12) == 0 ? double.PositiveInfinity : random.Next(20))],
            MostSites = random.Next(3) == 0 ? sites / 2 : int.MaxValue,
        };
    }
}
