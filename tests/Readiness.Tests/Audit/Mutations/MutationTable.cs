using System.Collections.Immutable;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>What became of mutations: by rule and way, the places tried and those that an auditor named.</summary>
internal sealed class MutationTable
{
    private readonly List<(string Rule, string Way, bool Caught)> tries = [];
    private readonly List<string> misses = [];

    /// <summary>The rules that were broken somewhere.</summary>
    public IEnumerable<string> Rules => tries.Select(entry => entry.Rule).Distinct();

    public void Add(string rule, string way, string place, bool caught)
    {
        tries.Add((rule, way, caught));
        if (!caught)
        {
            misses.Add($"{rule}, {way}: {place}");
        }
    }

    /// <summary>Notes whether the violations found name the rule at its place.</summary>
    public void Add(string rule, string way, string subject, int? day, ImmutableArray<RuleViolation> found) => Add(
        rule,
        way,
        $"{subject} on day {day}",
        found.Any(violation => (violation.Rule, violation.Subject, violation.Day) == (rule, subject, day) && violation.Message.Length > 0));

    /// <summary>Prints the table and fails unless every mutation was named.</summary>
    public void AssertAllCaught()
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{"rule",-58} {"ways",6} {"places",6} {"caught",6}");
        foreach (var rule in tries.GroupBy(entry => entry.Rule))
        {
            var ways = rule.GroupBy(entry => entry.Way).ToList();
            output.WriteLine($"{rule.Key,-58} {ways.Count,6} {rule.Count(),6} {rule.Count(entry => entry.Caught),6}");
            foreach (var way in ways)
            {
                output.WriteLine($"  {way.Key,-63} {way.Count(),6} {way.Count(entry => entry.Caught),6}");
            }
        }

        output.WriteLine(
            $"{Rules.Count() + " rules",-58} {tries.DistinctBy(entry => (entry.Rule, entry.Way)).Count(),6} {tries.Count,6} {tries.Count(entry => entry.Caught),6}");
        Assert.Empty(misses);
        Assert.DoesNotContain(tries, entry => !entry.Caught);
    }
}
