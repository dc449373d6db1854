using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Readiness.Solving;

/// <summary>
/// Finds and checks the native HiGHS library, which ships inside the runtime packages of Google.OrTools under names that the
/// default probing does not derive from "highs".
/// </summary>
internal static class HighsLibrary
{
    /// <summary>The name the imports use.</summary>
    public const string Name = "highs";

    private static readonly Lazy<IntPtr> Library = new(Load);

    private static readonly Lazy<string> CheckedVersion = new(Check);

    /// <summary>Loads the library if need be and returns its version.</summary>
    /// <exception cref="SolverUnavailableException">There is no usable library on this platform.</exception>
    public static string Version => CheckedVersion.Value;

    /// <summary>The loaded library.</summary>
    /// <exception cref="SolverUnavailableException">There is no usable library on this platform.</exception>
    public static IntPtr Handle => Library.Value;

    private static string Check()
    {
        _ = Library.Value;
        NativeLibrary.SetDllImportResolver(
            typeof(HighsLibrary).Assembly,
            static (name, _, _) => name == Name ? Library.Value : IntPtr.Zero);

        int major = HighsNative.VersionMajor();
        int minor = HighsNative.VersionMinor();
        string version = string.Create(
            CultureInfo.InvariantCulture, $"{major}.{minor}.{HighsNative.VersionPatch()}");

        // The callback structures have had their present shape since 1.11, and a 64-bit index build would misread every array.
        if (major != 1 || minor < 11 || HighsNative.SizeOfHighsInt() != sizeof(int))
        {
            throw new SolverUnavailableException(
                $"The native HiGHS library found on {Platform()} is version {version} with "
                + $"{HighsNative.SizeOfHighsInt()}-byte indices; version 1.11 or later of the 1.x series with 4-byte indices is needed.");
        }

        return version;
    }

    private static IntPtr Load()
    {
        string file = OperatingSystem.IsWindows() ? "highs.dll"
            : OperatingSystem.IsMacOS() ? "libhighs.1.dylib"
            : "libhighs.so.1";
        string baseDirectory = AppContext.BaseDirectory;
        string[] candidates =
        [
            Path.Combine(baseDirectory, "runtimes", PortableRuntimeIdentifier(), "native", file),
            Path.Combine(baseDirectory, file),
        ];
        foreach (string candidate in candidates)
        {
            if (File.Exists(candidate) && NativeLibrary.TryLoad(candidate, out IntPtr handle))
            {
                return handle;
            }
        }

        // The default probing covers the package folders listed in the application's dependency file.
        Assembly assembly = typeof(HighsLibrary).Assembly;
        if (NativeLibrary.TryLoad(file, assembly, null, out IntPtr probed))
        {
            return probed;
        }

        throw new SolverUnavailableException(
            $"The native HiGHS library '{file}' could not be loaded on {Platform()}. It is part of the package "
            + $"Google.OrTools.runtime.{PortableRuntimeIdentifier()}; looked in '{baseDirectory}' and the default native paths.");
    }

    // RuntimeInformation.RuntimeIdentifier may name a distribution, while the packages use portable identifiers only.
    private static string PortableRuntimeIdentifier()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => system + "-x64",
            Architecture.Arm64 => system + "-arm64",
            var other => string.Create(CultureInfo.InvariantCulture, $"{system}-{other}"),
        };
    }

    private static string Platform() =>
        $"{RuntimeInformation.RuntimeIdentifier} ({RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture})";
}
