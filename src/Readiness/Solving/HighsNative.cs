using System.Runtime.InteropServices;

namespace Readiness.Solving;

/// <summary>The part of the HiGHS C API (highs_c_api.h) in use. Calls return 0 for success, 1 for a warning, -1 for an error.</summary>
internal static unsafe partial class HighsNative
{
    public const int StatusError = -1;

    public const int RowWise = 2;

    public const int Minimise = 1;

    public const int SolutionFeasible = 2;

    public const int CallbackSimplexInterrupt = 1;
    public const int CallbackIpmInterrupt = 2;
    public const int CallbackMipImprovingSolution = 4;
    public const int CallbackMipInterrupt = 6;

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_versionMajor")]
    public static partial int VersionMajor();

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_versionMinor")]
    public static partial int VersionMinor();

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_versionPatch")]
    public static partial int VersionPatch();

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_create")]
    public static partial IntPtr Create();

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_destroy")]
    public static partial void Destroy(IntPtr highs);

    /// <summary>Size of the index type; the call needs an instance but reads nothing from it.</summary>
    public static int SizeOfHighsInt()
    {
        IntPtr highs = Create();
        try
        {
            return SizeOfHighsInt(highs);
        }
        finally
        {
            Destroy(highs);
        }
    }

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getSizeofHighsInt")]
    private static partial int SizeOfHighsInt(IntPtr highs);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_passLp")]
    public static partial int PassLp(
        HighsHandle highs, int columns, int rows, int entries, int format, int sense, double offset,
        double* costs, double* lowers, double* uppers, double* rowLowers, double* rowUppers,
        int* starts, int* indices, double* values);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_passMip")]
    public static partial int PassMip(
        HighsHandle highs, int columns, int rows, int entries, int format, int sense, double offset,
        double* costs, double* lowers, double* uppers, double* rowLowers, double* rowUppers,
        int* starts, int* indices, double* values, int* integrality);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_writeModel", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WriteModel(HighsHandle highs, string path);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_addCols")]
    public static partial int AddColumns(
        HighsHandle highs, int count, double* costs, double* lowers, double* uppers,
        int entries, int* starts, int* indices, double* values);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_addRows")]
    public static partial int AddRows(
        HighsHandle highs, int count, double* lowers, double* uppers,
        int entries, int* starts, int* indices, double* values);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_changeColsIntegralityByRange")]
    public static partial int ChangeIntegrality(HighsHandle highs, int first, int last, int* integrality);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_changeColsCostBySet")]
    public static partial int ChangeColumnCosts(HighsHandle highs, int count, int* columns, double* costs);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_changeColsBoundsBySet")]
    public static partial int ChangeColumnBounds(HighsHandle highs, int count, int* columns, double* lowers, double* uppers);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_changeRowsBoundsBySet")]
    public static partial int ChangeRowBounds(HighsHandle highs, int count, int* rows, double* lowers, double* uppers);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_setSolution")]
    public static partial int SetSolution(HighsHandle highs, double* columns, double* rows, double* columnDuals, double* rowDuals);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_run")]
    public static partial int Run(HighsHandle highs);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_clearSolver")]
    public static partial int ClearSolver(HighsHandle highs);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_zeroAllClocks")]
    public static partial int ZeroAllClocks(HighsHandle highs);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getModelStatus")]
    public static partial int GetModelStatus(HighsHandle highs);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getSolution")]
    public static partial int GetSolution(HighsHandle highs, double* columns, double* columnDuals, double* rows, double* rowDuals);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getColsByRange")]
    public static partial int GetColumns(
        HighsHandle highs, int first, int last, int* count, double* costs, double* lowers, double* uppers,
        int* entries, int* starts, int* indices, double* values);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getRowsByRange")]
    public static partial int GetRows(
        HighsHandle highs, int first, int last, int* count, double* lowers, double* uppers,
        int* entries, int* starts, int* indices, double* values);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getObjectiveOffset")]
    public static partial int GetObjectiveOffset(HighsHandle highs, double* offset);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getIntInfoValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetIntInfo(HighsHandle highs, string name, int* value);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getDoubleInfoValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetDoubleInfo(HighsHandle highs, string name, double* value);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_setBoolOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetBoolOption(HighsHandle highs, string name, int value);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_setIntOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetIntOption(HighsHandle highs, string name, int value);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_setDoubleOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetDoubleOption(HighsHandle highs, string name, double value);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_setStringOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetStringOption(HighsHandle highs, string name, string value);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_setCallback")]
    public static partial int SetCallback(
        HighsHandle highs, delegate* unmanaged[Cdecl]<int, byte*, void*, int*, void*, void> callback, void* data);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_startCallback")]
    public static partial int StartCallback(HighsHandle highs, int type);

    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_stopCallback")]
    public static partial int StopCallback(HighsHandle highs, int type);

    /// <summary>Address of one item of the data passed to a callback, so that the structure's layout need not be known.</summary>
    [LibraryImport(HighsLibrary.Name, EntryPoint = "Highs_getCallbackDataOutItem")]
    public static partial void* GetCallbackItem(void* data, byte* name);
}
