namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>What the user wants of the table <c>forecast</c>.</summary>
/// <param name="Data">Folder of the outbreak.</param>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Simulations">Number of simulated epidemics to try besides; 0 or more.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Threads">Threads of each forecast.</param>
internal sealed record ForecastRequest(string Data, string Folder, int Simulations, int Seed, int Threads);
