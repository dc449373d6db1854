using Readiness.Api.Baselines;
using Readiness.Api.Comparisons;
using Readiness.Api.Forecasts;
using Readiness.Api.Hosting;
using Readiness.Api.Idempotency;
using Readiness.Api.Jobs;
using Readiness.Api.Json;
using Readiness.Api.Operations;
using Readiness.Api.Orders;
using Readiness.Api.Parts;
using Readiness.Api.PlanFiles;
using Readiness.Api.Problems;
using Readiness.Api.Publishing;
using Readiness.Api.Reference;
using Readiness.Api.Scenarios;
using Readiness.Api.Schemas;
using Readiness.Api.Security;
using Readiness.Api.Security.Keys;
using Readiness.Api.Storage;
using Readiness.Api.StressTests;
using Readiness.Api.Sweeps;

if (KeyCommand.IsMeant(args))
{
    return await KeyCommand.RunAsync(args);
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(ServiceHost.Options(args));
if ((builder.UseHostDefaults(args) ?? builder.AddStorage() ?? builder.AddSecurity()) is { } fault)
{
    return SettingsFault.Report(fault);
}

builder.Services.AddReadinessJson();
builder.Services.AddProblemAnswers();
builder.Services.AddPublishing();
builder.Services.AddForecasts();
builder.AddJobs();
builder.AddOperations();
builder.AddStressTests();
builder.Services.AddScenarios();
builder.Services.AddSweeps();
builder.Services.AddIdempotency();
builder.Services.AddReference();

WebApplication app = builder.Build();
app.UseProblemAnswers();
app.MapHealth();
if (app.ServesRequests())
{
    app.UseSecurity();
    app.UseIdempotency();
    app.MapReference();
    app.MapSchemas();
    app.MapBaselines();
    app.MapParts();
    app.MapScenarios();
    app.MapSweeps();
    app.MapStressTests();
    app.MapPlanFiles();
    app.MapOrders();
    app.MapComparisons();
    app.MapPublishing();
    app.MapSecurity();
}

await app.RunAsync();
return 0;
