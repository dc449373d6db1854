using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Readiness.Api.Operations;

namespace Readiness.Api.Tests.Operations;

/// <summary>What the service measures, and to whom it tells it.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Solves_are_measured_and_their_spans_linked_with_the_requests_that_posted_them()
    {
        ConcurrentBag<(string Name, double Value, string Tag)> measured = [];
        ConcurrentBag<Activity> spans = [];
        using MeterListener meters = new()
        {
            InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SolveTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add((instrument.Name, value, tags.Length > 0 ? $"{tags[0].Value}" : "")));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add((instrument.Name, value, tags.Length > 0 ? $"{tags[0].Value}" : "")));
        meters.Start();
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is SolveTelemetry.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        using HttpResponseMessage posted = await server.Client.SendAsync(
            HttpMethod.Post, "/v1/scenarios", "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01", TinyDistrict.Scenario("one"));
        string id = (await posted.JsonAsync()).GetProperty("id").GetString()!;
        await server.Client.UntilAsync($"/v1/scenarios/{id}", s => s.State() == "completed");
        await UntilAsync(() => spans.Any(s => Equals(s.GetTagItem("readiness.scenario"), id)) && measured.Any(m => m.Name == "readiness.queue.length"));

        // Other tests solve at the same time; what is asked of their measurements holds for all.
        Activity span = spans.Single(s => Equals(s.GetTagItem("readiness.scenario"), id));
        Assert.Equal("completed", span.GetTagItem("readiness.outcome"));
        Assert.Equal(trace, Assert.Single(span.Links).Context.TraceId);
        Assert.Contains(measured, m => m is { Name: "readiness.solves", Value: 1, Tag: "completed" });
        Assert.Contains(measured, m => m is { Name: "readiness.solve.duration", Value: >= 0, Tag: "completed" });
        Assert.Contains(measured, m => m is { Name: "readiness.solve.gap", Tag: "cover.class1" } && Math.Abs(m.Value - (4.0 / 7)) < 1e-9);
        Assert.DoesNotContain(measured, m => m is { Name: "readiness.solve.gap", Tag: "guests.class2" } && !double.IsFinite(m.Value));
    }

    [Fact]
    public async Task Telemetry_is_sent_to_the_collector_that_the_standard_variable_names()
    {
        ConcurrentDictionary<string, string> received = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication collector = builder.Build();
        collector.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body, Encoding.Latin1);
            string body = await reader.ReadToEndAsync();
            received.AddOrUpdate(context.Request.Path, body, (_, before) => before + body);
        });
        await collector.StartAsync(JsonHttp.Token);
        using TemporaryFolder folder = new();
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            "--database", folder.File("store.db"), "--OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First(), "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
            "--OTEL_METRIC_EXPORT_INTERVAL", "300", "--OTEL_BSP_SCHEDULE_DELAY", "200");
        await TinyDistrict.AddToAsync(service.Client);
        using HttpResponseMessage posted = await service.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("one", seconds: 1), "wait=30");
        using HttpResponseMessage secret = await service.Client.GetAsync("/v1/baselines?after=secret-of-a-query", JsonHttp.Token);
        string Sent(string path) => received.GetValueOrDefault(path, "");
        await UntilAsync(() => Sent("/v1/traces").Contains("readiness.scenario", StringComparison.Ordinal)
            && ((string[])["readiness.solves", "readiness.queue.length", "readiness.solve.gap", "http.server.request.duration", "dotnet."])
                .All(name => Sent("/v1/metrics").Contains(name, StringComparison.Ordinal)));
        Assert.DoesNotContain("secret-of-a-query", Sent("/v1/traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_are_JSON_where_the_setting_says_so()
    {
        using TemporaryFolder folder = new();
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            "--database", folder.File("store.db"), "--Logging:Console:FormatterName", "json", "--Logging:Console:FormatterOptions:UseUtcTimestamp", "true",
            "--Logging:Console:FormatterOptions:TimestampFormat", "O");
        JsonElement[] lines = [.. service.Output.Where(l => l.Length > 0).Select(l => JsonElement.Parse(l))];
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.NotEmpty(l.GetProperty("Category").GetString()!));
        Assert.All(lines, l => Assert.Equal(TimeSpan.Zero, l.GetProperty("Timestamp").GetDateTimeOffset().Offset));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(JsonHttp.Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
