namespace Readiness.Benchmarks.Tables;

/// <summary>What the user wants of any table.</summary>
/// <param name="Limit">Wall-clock limit of each solve; null means the table's own.</param>
/// <param name="Threads">Threads of each solve.</param>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Resume">Whether rows that are already in the folder's table are kept and not solved again.</param>
internal sealed record RunRequest(TimeSpan? Limit, int Threads, string Folder, bool Resume);
