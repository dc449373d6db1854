using System.CommandLine;

namespace Readiness.Benchmarks.Tables.Service;

/// <summary>The option that chooses the store. A connection string may have a password and stays out of the command, which is written above the results.</summary>
internal static class StoreOption
{
    private const string Variable = "Readiness__Database";

    /// <summary>Forms the option.</summary>
    public static Option<bool> Create() => new("--server")
    {
        Description = $"Use the empty PostgreSQL database whose connection string is in the environment variable {Variable}; what the run leaves there stays. Without it a SQLite file that is removed.",
    };

    /// <summary>The connection string; null for a file.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">The option.</param>
    /// <exception cref="TableRequestException">It is wanted and not there.</exception>
    public static string? Read(ParseResult parsed, Option<bool> option) => !parsed.GetValue(option) ? null
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } words ? words
        : throw new TableRequestException($"--server: the environment variable {Variable} must hold a connection string of PostgreSQL.");
}
