using System.Globalization;
using System.Text;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Page;

/// <summary>Writes what the races gave, from their own figures only.</summary>
internal static class ResultsPage
{
    /// <summary>The whole page.</summary>
    /// <param name="outcomes">What the races gave.</param>
    /// <param name="rounds">How many rounds each was run.</param>
    public static string Write(IReadOnlyList<Outcome> outcomes, int rounds)
    {
        var page = new StringBuilder();
        page.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Written by `dotnet run -c Release --project benchmarks/TogetherRates.Benchmarks -- all --page docs/benchmarks.md` on {DateTime.UtcNow:yyyy-MM-dd}.
            No figure is typed by hand. Machine: {Machine.Describe()}.

            The contenders of a race run in turn, {rounds} rounds; a ratio is taken inside each round, and the median of the ratios is given
            with the middle half of them. Quote the ratios: times are of this machine, which others use too. Where a core is shared with them, a
            process may compute at half its speed while memory is as quick as ever: ratios against copying and reading memory then swing from run to run.

            A contender that is called the bound does less than the work, such as reading and writing the same memory and computing next to nothing. "At
            the bound" is what a bar would come to with it: where that is less than what is asked, the bar is out of reach of code like it on this machine. It is no proof: a loop that goes more rows at a time may pass a bare one.


            """).ReplaceLineEndings("\n"));
        foreach (var outcome in outcomes)
        {
            page.Append("## ").Append(outcome.Race.Name).Append("\n\n").Append(Describe(outcome)).Append('\n');
        }

        return page.ToString();
    }

    /// <summary>One race.</summary>
    /// <param name="outcome">What it gave.</param>
    public static string Describe(Outcome outcome)
    {
        var race = outcome.Race;
        var text = new StringBuilder();
        text.Append(race.Work).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| {race.Name} | ns a {race.Operation} | times the first's time | bytes a {race.Operation} |\n|---|---|---|---|\n");
        for (var i = 0; i < race.Contenders.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {race.Contenders[i].Name} | {Number(outcome.Nanoseconds(i))} | {Ratio(outcome.Speed(0, i))} | {Number(outcome.Bytes(i))} |\n");
        }

        if (race.Bars.Count > 0)
        {
            text.Append("\n| bar | asked | measured | at the bound | |\n|---|---|---|---|---|\n");
        }

        foreach (var bar in race.Bars)
        {
            var speed = outcome.Speed(outcome.Find(bar.Of), outcome.Find(bar.Against));
            var verdict = speed.Median >= bar.AtLeast ? "met" : "not met";
            var atBound = (bar.Bound ?? race.Bound) is { } bound && bound != bar.Against ? Ratio(outcome.Speed(outcome.Find(bound), outcome.Find(bar.Against))) : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"| {bar.Of} against {bar.Against} | {Number(bar.AtLeast)}x | {Ratio(speed)} | {atBound} | {verdict} |\n");
        }

        if (race.Limits.Count > 0)
        {
            text.Append("\n| limit | ms asked | ms measured | |\n|---|---|---|---|\n");
        }

        foreach (var limit in race.Limits)
        {
            var took = outcome.Beyond(outcome.Find(limit.Of), limit.Beyond is { } other ? outcome.Find(other) : null);
            var verdict = took.Median <= limit.Nanoseconds ? "met" : "not met";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {limit.Of}{(limit.Beyond is { } less ? $", beyond {less}" : string.Empty)} | {Number(limit.Nanoseconds / 1e6)} | {Ratio(took with { Low = took.Low / 1e6, Median = took.Median / 1e6, High = took.High / 1e6 })} | {verdict} |\n");
        }

        return text.ToString();
    }

    private static string Ratio(Spread ratio) => $"{Number(ratio.Median)} ({Number(ratio.Low)} - {Number(ratio.High)})";

    // Three digits say all that is known.
    private static string Number(double number) => number switch
    {
        double.NaN => "unknown",
        0 => "0",
        < 0.01 => number.ToString("0.####", CultureInfo.InvariantCulture),
        < 10 => number.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => number.ToString("#,0", CultureInfo.InvariantCulture),
    };
}
