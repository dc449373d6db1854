namespace Readiness.Staffing;

/// <summary>How much of several caps is used, as one number: a mixed radix with a digit per counted cap.</summary>
internal sealed class CapStates
{
    /// <summary>Most caps that can be counted together.</summary>
    public const int MostCaps = 8;

    // A byte per cap with its highest bit free, so that all can be added and compared at once.
    private const ulong HighBits = 0x8080808080808080;
    private const int MostUses = 127;

    private readonly int[] radix = new int[MostCaps];
    private ulong[] uses = [0];
    private ulong limits;

    /// <summary>Number of states.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Number of counted caps.</summary>
    public int Caps { get; private set; }

    /// <summary>Forms the states of some caps.</summary>
    /// <param name="left">What is left of each cap; 0 or more.</param>
    /// <param name="mostStates">Most states that may result.</param>
    /// <returns>False if there would be more.</returns>
    public bool TryForm(ReadOnlySpan<int> left, long mostStates)
    {
        Caps = left.Length;
        Count = 1;
        if (left.Length == 0)
        {
            return true;
        }

        long states = 1;
        limits = 0;
        for (int cap = 0; cap < left.Length && states <= mostStates && cap < MostCaps; cap++)
        {
            radix[cap] = left[cap] > 0 ? (int)states : -1;
            states *= left[cap] + 1;
            limits |= (ulong)Math.Min(left[cap], MostUses) << (8 * cap);
        }

        if (states > mostStates || left.Length > MostCaps || left.ContainsAnyExceptInRange(0, MostUses))
        {
            return false;
        }

        Count = (int)states;
        if (uses.Length < Count)
        {
            uses = new ulong[Count];
        }

        for (int state = 1; state < Count; state++)
        {
            ulong packed = 0;
            for (int cap = 0; cap < left.Length; cap++)
            {
                packed |= left[cap] == 0 ? 0 : (ulong)(state / radix[cap] % (left[cap] + 1)) << (8 * cap);
            }

            uses[state] = packed;
        }

        return true;
    }

    /// <summary>State after one use of a cap from the state of no use; -1 if none is left.</summary>
    public int One(int cap) => radix[cap];

    /// <summary>Whether two uses together stay within all caps; their sum is then the state of both.</summary>
    public bool Fits(int state, int more) => more == 0 || ((limits | HighBits) - (uses[state] + uses[more]) & HighBits) == HighBits;

    /// <summary>Whether a state uses no more of any cap than another.</summary>
    public bool IsWithin(int state, int other) => state == 0 || ((uses[other] | HighBits) - uses[state] & HighBits) == HighBits;

    /// <summary>Whether a state has used some of a cap.</summary>
    public bool Uses(int state, int cap) => (uses[state] >> (8 * cap) & 0xff) != 0;
}
