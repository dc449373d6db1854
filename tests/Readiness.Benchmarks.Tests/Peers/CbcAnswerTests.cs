using System.Globalization;
using Readiness.Benchmarks.Peers;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tests.Peers;

public sealed class CbcAnswerTests
{
    [Fact]
    public void An_optimal_solution_is_its_own_bound()
    {
        CbcAnswer answer = CbcAnswer.Read(
            """
            Optimal - objective value 7.10000000
                  0 c0                     4                      -5
            **    2 c2               1.4e-01                       0
            """,
            "Result - Optimal solution found\n",
            columns: 4);

        Assert.Equal((SolveStatus.Optimal, true, 7.1, 7.1), (answer.Status, answer.HasPoint, answer.Objective, answer.Bound));
        Assert.Equal([4, 0, 0.14, 0], answer.Values);
    }

    [Fact]
    public void A_search_that_was_stopped_states_its_bound()
    {
        CbcAnswer answer = CbcAnswer.Read(
            "Stopped on time - objective value 57.00000000\n      1 c1                     1                    -174\n",
            "Objective value:                57.00000000\nLower bound:                    41.250\nGap:                            0.38\n",
            columns: 2);

        Assert.Equal((SolveStatus.TimeLimit, true, 57, 41.25), (answer.Status, answer.HasPoint, answer.Objective, answer.Bound));
        Assert.Equal([0, 1], answer.Values);
    }

    [Theory]
    [InlineData("Stopped on time (no integer solution - continuous used) - objective value 3.5\n  0 c0  0.5  0\n", SolveStatus.TimeLimit)]
    [InlineData("Infeasible - objective value 287.00000000\n** 0 c0  184  0\n", SolveStatus.Infeasible)]
    [InlineData("Integer infeasible - objective value 0.00000000\n", SolveStatus.Infeasible)]
    [InlineData("Unbounded - objective value -1e+30\n", SolveStatus.Unbounded)]
    internal void What_is_no_solution_is_not_taken_for_one(string solution, SolveStatus status)
    {
        CbcAnswer answer = CbcAnswer.Read(solution, string.Empty, columns: 1);

        Assert.Equal(status, answer.Status);
        Assert.False(answer.HasPoint);
        Assert.Equal(double.NegativeInfinity, answer.Bound);
        Assert.Empty(answer.Values);
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = comma;

            CbcAnswer answer = CbcAnswer.Read("Optimal - objective value 1.5\n  0 c0  1.25  0\n", "Lower bound:  1.125\n", columns: 1);

            Assert.Equal((1.5, 1.125, 1.25), (answer.Objective, answer.Bound, answer.Values[0]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Segmentation fault")]
    [InlineData("Optimal - objective value many")]
    [InlineData("Optimal - objective value 1\n  5 c5  1  0\n")]
    [InlineData("Optimal - objective value 1\n  c0  1  0\n")]
    public void What_is_no_solution_file_is_refused(string solution) =>
        Assert.Throws<FormatException>(() => CbcAnswer.Read(solution, string.Empty, columns: 2));

    [Fact]
    public void A_programme_is_found_in_the_first_folder_that_has_it()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("path test");
        try
        {
            string[] folders = [.. new[] { "empty", "first", "second" }.Select(name => root.CreateSubdirectory(name).FullName)];
            string file = OperatingSystem.IsWindows() ? "tool.exe" : "tool";
            File.WriteAllText(Path.Combine(folders[1], file), string.Empty);
            File.WriteAllText(Path.Combine(folders[2], file), string.Empty);

            Assert.Equal(Path.Combine(folders[1], file), ExecutablePath.Find("tool", string.Join(Path.PathSeparator, folders)));
            Assert.Null(ExecutablePath.Find("tool", folders[0]));
            Assert.Null(ExecutablePath.Find("tool", folders: null));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
