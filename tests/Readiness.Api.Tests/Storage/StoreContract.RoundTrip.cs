using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Readiness.Api.Jobs;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Tests.Storage;

public abstract partial class StoreContract
{
    /// <summary>Text as a request can have it: any characters but halves of one.</summary>
    private static readonly Gen<string> Texts = Gen.Char.Where(c => !char.IsSurrogate(c)).Array[0, 12].Select(c => new string(c) + "😷");

    private static readonly Gen<double> Numbers = Gen.Double.Where(double.IsFinite);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3000].Select(d => new DateOnly(2020, 1, 1).AddDays(d));

    private static readonly Gen<PlanDecisions> Decisions = Gen.Select(
        Gen.Select(Texts, Days, Days, Gen.Select(Texts, Days, Gen.Long[1, 1L << 60], (zone, day, guests) => new Admission(zone, day, guests)).Array[0, 3],
            (site, from, to, admissions) => new SiteOpening(site, from, to, [.. admissions])).Array[0, 3],
        Gen.Select(Texts, Texts, Texts, Days, Texts, (staff, duty, line, day, shift) => new Assignment(staff, duty, line, day, shift)).Array[0, 5],
        Gen.Select(Texts, Texts, Texts, Days, Days, Gen.Long[1, 99], (item, from, to, day, arrives, quantity) =>
            new PlannedShipment(item, from, to, day, arrives, quantity)).Array[0, 3],
        Gen.Select(Texts, Texts, Days, Gen.Long[1, 99], (need, item, day, quantity) => new StockIssue(need, item, day, quantity)).Array[0, 3],
        Gen.Select(Gen.Enum<UnmetKind>(), Gen.Int[1, 4], Days, Texts, Texts.Null(), Texts.Null(), Gen.Enum<UnmetCause>(), (kind, priority, day, subject, line, item, cause) =>
            new UnmetNeed(kind, priority, day, subject, line, line, item, 3, cause, item)).Array[0, 4],
        (sites, assignments, shipments, issues, unmet) => new PlanDecisions([.. sites], [.. assignments], [.. shipments], [.. issues], [.. unmet]));

    private static readonly Gen<PlanOutcome> Outcomes = Gen.Select(
        Decisions,
        Gen.Dictionary(Texts, Gen.Select(Numbers, Texts, Gen.Enum<IndicatorDirection>(), (value, unit, better) => new Indicator(value, unit, better)))[0, 4],
        Gen.Select(Texts, Numbers, Gen.OneOf(Numbers, Gen.Const(double.NegativeInfinity)), (level, value, bound) => new LevelProof(level, value, bound)).Array[0, 4],
        Gen.Enum<Termination>(),
        (decisions, indicators, levels, termination) => new PlanOutcome(
            decisions,
            new PlanAudit([], indicators.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. levels.Select(l => new LevelValue(l.Level, l.Objective))]),
            new PlanProof(termination, [.. levels])));

    private static readonly Gen<StoredScenario> Results = Gen.Select(
        Outcomes,
        Texts,
        Gen.Select(Gen.Double[1, 3600], Gen.Int[0, int.MaxValue], Gen.Int[1, 64], (seconds, seed, threads) => new SolveSettings(seconds, seed, threads)),
        Gen.Select(Gen.Double[0.1, 9], Gen.Bool, (factor, none) => none ? "[]" : FormattableString.Invariant($$"""[{ "type": "scaleCases", "factor": {{factor:R}} }]""")),
        Gen.Long[0, TimeSpan.TicksPerDay],
        Gen.Enum<SolveStage>(),
        Texts.Null(),
        (outcome, name, settings, changes, ticks, stage, failure) => new StoredScenario(
            Guid.NewGuid().ToString("N"), "b", 1, name, JsonElement.Parse(changes), settings, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks))
        {
            Outcome = outcome,
            Comparison = PlanComparer.Compare(outcome.Audit.Indicators, outcome.Audit.Indicators),
            Progress = new ScenarioProgress(stage, name, 1, ticks / 7.0, 60, outcome.Audit.Levels),
            Failure = failure is null ? null : new ScenarioFailure(failure, name),
        });

    [Fact]
    public async Task What_is_stored_is_what_is_read()
    {
        StoreBench bench = await NewAsync();
        await Results.SampleAsync(
            async scenario =>
            {
                Assert.Equal(EnqueueResult.Accepted, await bench.Queue.EnqueueAsync(scenario, JsonHttp.Token));
                JobClaim claim = (await bench.Queue.ClaimAsync("w", JsonHttp.Token))!;
                Assert.Equal(scenario.Id, claim.ScenarioId);
                Assert.True(await bench.Results.ReportAsync(claim, scenario.Progress!));
                Assert.True(await bench.Results.KeepPlanAsync(claim, scenario.Outcome!));
                Assert.True(await bench.Results.EndAsync(claim, ScenarioState.Completed, scenario.Comparison, scenario.Failure));

                StoredScenario read = (await bench.Scenarios.FindAsync(scenario.Id, JsonHttp.Token))!;
                StoredScenario expected = scenario with { State = ScenarioState.Completed, Started = bench.Time.Now, Finished = bench.Time.Now };
                Assert.Equal(Json(ScenarioReport.Of(expected)), Json(ScenarioReport.Of(read)));
                Assert.Equal(Json(PlanReport.Of(scenario.Outcome!.Decisions)), Json(PlanReport.Of(read.Outcome!.Decisions)));
                Assert.Equal(scenario.Outcome.Proof.Levels, read.Outcome.Proof.Levels);
                Assert.Equal(scenario.Outcome.Audit.Levels, read.Outcome.Audit.Levels);
            },
            iter: 60,
            threads: 1);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, DistrictJson.Options);
}
