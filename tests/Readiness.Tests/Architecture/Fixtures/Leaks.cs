using Google.OrTools.Sat;

namespace Readiness.Tests.Architecture.Fixtures;

public sealed class LeakyField
{
    public static readonly CpModel? Model;
}

public sealed class LeakyReturn
{
    public static IReadOnlyList<CpModel[]> Models() => [];
}

public sealed class LeakyProperty
{
    public (string Name, CpModel? Model) Named { get; init; }
}

public class LeakyBase : CpSolverSolutionCallback
{
}

public sealed class LeakyConstraint<T>
    where T : CpModel
{
}

public delegate void LeakyDelegate(CpModel model);

public sealed class Tight
{
    private CpModel? model;

    public bool IsReady => model is not null;

    internal CpModel Model => model ??= new CpModel();
}
