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
        var sizes = new Option<string?>("--generate")
        {
            Description = "Generate instances with so many sites and customers and that ratio of capacity to demand, from the seed of --seed; shipped ones are left out unless --instances names them.",
            HelpName = "SxC:R,...",
        };
        var export = new Option<bool>("--export") { Description = "Write the generated instances in the format of the OR-Library beside their solutions." };
        return InstanceSetCommand.Create(
            "sites",
            "Capacitated facility location instances of the OR-Library, files in its format or that of test bed 1, and generated instances.",
            parsed => new SiteSet(
                FormatOf(parsed.GetValue(format)),
                parsed.GetValue(capacity),
                parsed.GetValue(sizes) is { } list ? SiteSize.ParseList(list) : null,
                parsed.GetValue(export)),
            clock,
            format,
            capacity,
            sizes,
            export);
    }

    private static SiteFormat? FormatOf(string? name) => name switch
    {
        "orlib" => SiteFormat.Orlib,
        "tbed1" => SiteFormat.Tbed1,
        _ => null,
    };
}
