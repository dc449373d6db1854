using Readiness.Api.Baselines;
using Readiness.Api.Comparisons;
using Readiness.Api.Forecasts;
using Readiness.Api.Hosting;
using Readiness.Api.Idempotency;
using Readiness.Api.Jobs;
using Readiness.Api.Json;
using Readiness.Api.Orders;
using Readiness.Api.Parts;
using Readiness.Api.PlanFiles;
using Readiness.Api.Problems;
using Readiness.Api.Reference;
using Readiness.Api.Scenarios;
using Readiness.Api.Schemas;
using Readiness.Api.Storage;
using Readiness.Api.Sweeps;

WebApplicationBuilder builder = WebApplication.CreateBuilder(ServiceHost.Options(args));
builder.UseHostDefaults(args);
builder.Services.AddReadinessJson();
builder.Services.AddProblemAnswers();
builder.Services.AddStorage();
builder.Services.AddForecasts();
builder.AddJobs();
builder.Services.AddScenarios();
builder.Services.AddSweeps();
builder.Services.AddIdempotency();
builder.Services.AddReference();

WebApplication app = builder.Build();
app.UseProblemAnswers();
if (app.ServesRequests())
{
    app.UseIdempotency();
    app.MapReference();
    app.MapSchemas();
    app.MapBaselines();
    app.MapParts();
    app.MapScenarios();
    app.MapSweeps();
    app.MapPlanFiles();
    app.MapOrders();
    app.MapComparisons();
}

await app.RunAsync();
