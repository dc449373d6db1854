using Microsoft.Win32.SafeHandles;

namespace Readiness.Solving;

/// <summary>Owns one native solver instance.</summary>
internal sealed class HighsHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Creates a native instance.</summary>
    public HighsHandle()
        : base(ownsHandle: true) => SetHandle(HighsNative.Create());

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        HighsNative.Destroy(handle);
        return true;
    }
}
