using BenchmarkDotNet.Running;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Load;

if (args is ["table", ..])
{
    return await TableCommand.RunAsync(args, TimeProvider.System);
}

if (args is [EmptyEndpoint.Argument])
{
    await EmptyEndpoint.RunAsync();
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(TableCommand).Assembly).Run(args);
return 0;
