using BenchmarkDotNet.Running;
using Readiness.Benchmarks.Tables;

if (args is ["table", ..])
{
    return await TableCommand.RunAsync(args, TimeProvider.System);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
