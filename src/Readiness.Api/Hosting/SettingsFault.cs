using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Readiness.Api.Hosting;

/// <summary>What is wrong with the settings of a service, so that it must not start.</summary>
internal static partial class SettingsFault
{
    /// <summary>Exit code of a program whose configuration is faulty: <c>EX_CONFIG</c> of sysexits.h. A supervisor need not start it again.</summary>
    public const int ExitCode = 78;

    /// <summary>Says on standard error, in one line, what is wrong.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <returns>The exit code.</returns>
    public static int Report(string fault)
    {
        Console.Error.WriteLine($"readiness: {fault.ReplaceLineEndings(" ")}");
        return ExitCode;
    }

    /// <summary>Reads the settings and checks that every value is of its type and in its range.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="settings">The settings; the defaults if they cannot be read.</param>
    /// <returns>What is wrong; none if nothing is.</returns>
    public static string? Read(IConfiguration configuration, out ServiceSettings settings)
    {
        try
        {
            settings = ServiceHost.Settings(configuration);
        }
        catch (InvalidOperationException fault)
        {
            settings = new ServiceSettings();
            return fault.Message;
        }

        ValidateOptionsResult result = new DataAnnotationValidateOptions<ServiceSettings>(null).Validate(null, settings);
        return result.Failed ? string.Join(" ", result.Failures.Select(f => Form().Replace(f, Named))) : null;
    }

    /// <summary>The framework speaks of types and members, an operator of sections and settings.</summary>
    private static string Named(Match failure) =>
        $"{ServiceSettings.Section}{failure.Groups["path"].Value.Replace('.', ':')}:{failure.Groups["name"].Value} is faulty: {failure.Groups["rule"].Value}";

    [GeneratedRegex("^DataAnnotation validation failed for 'ServiceSettings(?<path>[^']*)' members: '(?<name>[^']*)' with the error: '(?<rule>.*)'\\.$")]
    private static partial Regex Form();
}
