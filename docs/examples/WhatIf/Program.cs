// Plans a district as it is and with all leave cancelled, waits for both, and sets the two plans side by side.
//   dotnet run --project docs/examples/WhatIf -- [SERVICE [BASELINE [SECONDS]]]
using System.Globalization;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Readiness.Client;
using Readiness.Client.Models;

string baseline = args.ElementAtOrDefault(1) ?? "xishan";
double seconds = double.Parse(args.ElementAtOrDefault(2) ?? "60", CultureInfo.InvariantCulture);
using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider())
{
    BaseUrl = args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5080",
};
var client = new ReadinessClient(adapter);

string first = await PostAsync("as it is");
string second = await PostAsync("all hands on deck", new ScenarioChange { ScenarioChangeCancelLeave = new() });
await FollowAsync(first);
await FollowAsync(second);
ComparisonReport? comparison = await client.V1.Comparisons.GetAsync(request => request.QueryParameters.Scenarios = $"{first},{second}");
foreach (ComparedLevel level in comparison!.Levels!)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{level.Level}: {level.Values![0].Objective} -> {level.Values[1].Objective}"));
}

async Task<string> PostAsync(string name, params ScenarioChange[] changes)
{
    try
    {
        ScenarioReport? posted = await client.V1.Scenarios.PostAsync(new ScenarioRequest
        {
            Baseline = baseline,
            Name = name,
            Changes = [.. changes],
            Options = new SolveSettings { TimeLimitSeconds = seconds },
        });
        return posted!.Id!;
    }
    catch (InvalidRequestProblem problem)
    {
        // Every fault of the request is listed at once.
        foreach (FieldError fault in problem.Errors!)
        {
            Console.Error.WriteLine($"{fault.Pointer}: {fault.Message}");
        }

        throw;
    }
}

async Task FollowAsync(string id)
{
    ScenarioReport? report = await client.V1.Scenarios[id].GetAsync();
    while (report!.State is ScenarioState.Queued or ScenarioState.Running)
    {
        Console.WriteLine($"  {report.Progress?.Phase ?? "waits"}");
        await Task.Delay(TimeSpan.FromSeconds(1));
        report = await client.V1.Scenarios[id].GetAsync();
    }

    Console.WriteLine($"{report.Name}: {report.State.ToString()!.ToLowerInvariant()}");
}
