namespace Readiness.Tests.Architecture.Fixtures;

public class OpenClass
{
}

public abstract record OpenFamily;

public abstract record ClosedFamily
{
    private protected ClosedFamily()
    {
    }
}

public sealed record ClosedMember : ClosedFamily;

public record SharedBase;

public sealed record SharedMember : SharedBase;
