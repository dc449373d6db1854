using System.Runtime.InteropServices;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tests.Tables.Supplies.Scale;

/// <summary>Has HiGHS read a model from a file and solve it, with nothing of ours but the search for its library in between.</summary>
internal static class HighsReader
{
    private const int Ok = 0;
    private const int Optimal = 7;

    private delegate IntPtr Creation();

    private delegate void Destruction(IntPtr highs);

    private delegate int Switch(IntPtr highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string option, int value);

    private delegate int Reading(IntPtr highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    private delegate int Action(IntPtr highs);

    private delegate double Figure(IntPtr highs);

    /// <summary>The optimum of the model in a file, and its numbers of columns and rows.</summary>
    public static (double Objective, int Columns, int Rows) Optimum(string path)
    {
        Assert.NotEmpty(HighsLibrary.Version);
        IntPtr highs = Call<Creation>("Highs_create")();
        try
        {
            Assert.Equal(Ok, Call<Switch>("Highs_setBoolOptionValue")(highs, "output_flag", 0));
            Assert.Equal(Ok, Call<Reading>("Highs_readModel")(highs, path));
            Assert.Equal(Ok, Call<Action>("Highs_run")(highs));
            Assert.Equal(Optimal, Call<Action>("Highs_getModelStatus")(highs));
            return (Call<Figure>("Highs_getObjectiveValue")(highs), Call<Action>("Highs_getNumCol")(highs), Call<Action>("Highs_getNumRow")(highs));
        }
        finally
        {
            Call<Destruction>("Highs_destroy")(highs);
        }
    }

    private static T Call<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(HighsLibrary.Handle, name));
}
