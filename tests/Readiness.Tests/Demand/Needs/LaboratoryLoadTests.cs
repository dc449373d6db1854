using CsCheck;
using Readiness.Demand.Needs;

namespace Readiness.Tests.Demand.Needs;

public sealed class LaboratoryLoadTests
{
    [Fact]
    public void A_hand_computed_week_is_reproduced()
    {
        LaboratoryLoad load = LaboratoryLoad.Of([50, 130, 100, 220, 0, 0, 10], 100, 20);

        Assert.Equal([70, 100, 100, 100, 100, 50, 10], load.Tested);
        Assert.Equal([0, 30, 30, 150, 50, 0, 0], load.Backlog);
        Assert.Equal([0, 1, 1, 2, 1, 0, 0], load.WaitDays);
        Assert.Equal(2, load.DaysOver);
    }

    [Fact]
    public void Nothing_is_lost_and_no_test_waits_while_there_is_room() =>
        Gen.Select(Gen.Double[0, 300].Array[1, 40], Gen.Double[0, 200], Gen.Double[0, 100]).Sample((samples, capacity, waiting) =>
        {
            LaboratoryLoad load = LaboratoryLoad.Of(samples, capacity, waiting);
            double arrived = waiting;
            double tested = 0;
            for (int day = 0; day < samples.Length; day++)
            {
                arrived += samples[day];
                tested += load.Tested[day];
                Assert.Equal(arrived, tested + load.Backlog[day], 6);
                Assert.InRange(load.Tested[day], 0, capacity);
                Assert.True(load.Backlog[day] < 1e-9 || load.Tested[day] > capacity - 1e-9);
            }
        });

    [Fact]
    public void The_wait_is_that_of_the_last_sample_tested_one_by_one() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 12], Gen.Int[1, 5]).Sample((samples, capacity) =>
        {
            LaboratoryLoad load = LaboratoryLoad.Of([.. samples.Select(count => (double)count)], capacity);
            int[] taken = [.. samples.SelectMany((count, day) => Enumerable.Repeat(day, count))];
            int next = 0;
            var tested = new int[taken.Length];
            for (int day = 0; next < taken.Length; day++)
            {
                for (int done = 0; done < capacity && next < taken.Length && taken[next] <= day; done++)
                {
                    tested[next++] = day;
                }
            }

            for (int day = 0; day < samples.Length; day++)
            {
                // The wait of a day without samples is that of the last one before it, less the days that have gone by.
                int last = Array.FindLastIndex(taken, one => one <= day);
                Assert.Equal(last < 0 ? 0 : Math.Max(0, tested[last] - day), load.WaitDays[day]);
            }
        });

    [Fact]
    public void Without_a_laboratory_samples_wait_for_ever()
    {
        LaboratoryLoad load = LaboratoryLoad.Of([0, 3], 0);

        Assert.Equal([0, null], load.WaitDays);
        Assert.Equal([0, 3], load.Backlog);
        Assert.Equal(1, load.DaysOver);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LaboratoryLoad.Of([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaboratoryLoad.Of([-1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaboratoryLoad.Of([1], 1, -1));
    }
}
