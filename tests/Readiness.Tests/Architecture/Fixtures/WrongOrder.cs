#pragma warning disable CA1822 // Instance methods, because that is what most method bodies are in.

namespace Readiness.Tests.Architecture.Fixtures.Solving
{
    internal sealed class Door
    {
        public static int Open() => 1;
    }
}

namespace Readiness.Tests.Architecture.Fixtures.Districts
{
    using Readiness.Tests.Architecture.Fixtures.Solving;

    internal sealed class InSignature
    {
        public Door? Find() => null;
    }

    internal sealed class InBody
    {
        public string Find() => new Door().ToString() ?? "";
    }

    internal sealed class InLambda
    {
        public Func<int, object> Find(int least) => count => count > least ? new Door() : "";
    }

    internal sealed class InIterator
    {
        public IEnumerable<object> Find()
        {
            yield return new Door();
        }
    }

    internal sealed class InAsync
    {
        public async Task<string> Find()
        {
            await Task.Yield();
            return new Door().ToString() ?? "";
        }
    }

    internal sealed class InGenericArgument
    {
        public List<Door> Found { get; } = [];
    }

    internal sealed class InNestedGenericArgument
    {
        public Dictionary<string, List<Door>> Found { get; } = [];
    }

    internal sealed class InStaticCall
    {
        public int Find() => Door.Open();
    }

    internal sealed class InTypeOf
    {
        public string Find() => typeof(Door).Name;
    }
}

namespace Readiness.Tests.Architecture.Fixtures.Supplies
{
    /// <summary>Goes with the order: nothing to find here.</summary>
    internal sealed class InOrder
    {
        public int Find() => Solving.Door.Open();
    }
}
