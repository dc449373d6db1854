namespace Readiness.Benchmarks.Tables.National;

/// <summary>What the user wants of the table <c>national</c>.</summary>
/// <param name="File">Path of the file of hospitals.</param>
/// <param name="Sites">Number of candidate sites; 1 or more.</param>
/// <param name="Solve">Limits, seed and threads of the solve.</param>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Resume">Whether a row that is already in the folder's table is kept and not solved again.</param>
internal sealed record NationalRequest(string File, int Sites, SolveOptions Solve, string Folder, bool Resume);
