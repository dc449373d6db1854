using Readiness.Api.Baselines;
using Readiness.Api.Forecasts;
using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Reference;
using Readiness.Api.Scenarios;
using Readiness.Api.Schemas;
using Readiness.Api.Storage;

WebApplicationBuilder builder = WebApplication.CreateBuilder(ServiceHost.Options(args));
builder.UseHostDefaults();
builder.Services.AddReadinessJson();
builder.Services.AddProblemAnswers();
builder.Services.AddStorage();
builder.Services.AddForecasts();
builder.Services.AddJobs();
builder.Services.AddScenarios();
builder.Services.AddReference();

WebApplication app = builder.Build();
app.UseProblemAnswers();
app.MapReference();
app.MapSchemas();
app.MapBaselines();
app.MapScenarios();
await app.RunAsync();
