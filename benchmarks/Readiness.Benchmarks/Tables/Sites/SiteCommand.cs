using System.CommandLine;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>The command of the set <c>sites</c>, with the options that only its files need.</summary>
internal static class SiteCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        Option<string?> format = new Option<string?>("--format")
        {
            Description = "Format of the file; guessed from its lines if they leave no doubt.",
        }.AcceptOnlyFromAmong("orlib", "tbed1");
        var capacity = new Option<double?>("--capacity")
        {
            Description = "Capacity of every facility for which the file says 'capacity'.",
            HelpName = "C",
            Validators =
            {
                static result =>
                {
                    if (result.GetValueOrDefault<double?>() is not (> 0 and <= double.MaxValue))
                    {
                        result.AddError("--capacity must be a number above 0.");
                    }
                },
            },
        };
        return InstanceSetCommand.Create(
            "sites",
            "Capacitated facility location instances of the OR-Library, and files in its format or that of test bed 1.",
            parsed => new SiteSet(FormatOf(parsed.GetValue(format)), parsed.GetValue(capacity)),
            clock,
            format,
            capacity);
    }

    private static SiteFormat? FormatOf(string? name) => name switch
    {
        "orlib" => SiteFormat.Orlib,
        "tbed1" => SiteFormat.Tbed1,
        _ => null,
    };
}
