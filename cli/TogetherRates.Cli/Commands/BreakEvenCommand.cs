using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>break-even MODEL --gpu TYPE</c>: tells from how many tokens on a GPU of one's own is cheaper.</summary>
internal sealed class BreakEvenCommand : ToolCommand
{
    private const int UsualDays = 30;
    private const int MostDays = 10_000;
    private const int MostReplicas = 1_000_000;
    private static readonly TokenUsage UsualRequest = new(input: 3, output: 1);

    private readonly Argument<string> model = new("MODEL") { Description = "The id or an alias of the model that is paid by token." };

    private readonly Option<string?> gpu = new("--gpu") { Description = "The GPU's id or an alias.", HelpName = "TYPE" };

    private readonly InputShareOption share = new();

    private readonly QuantityOption throughput = new("--tokens-per-second", "Tokens that all replicas process together, to tell how busy they are.");

    private readonly QuantityOption days = new("--days", "How long the GPU runs; 30 days, a month, unless given.");

    private readonly QuantityOption replicas = new("--replicas", "How many replicas run at once; 1 unless given.");

    private readonly Option<bool> batch = new("--batch") { Description = "Compare with the prices of batches.", Arity = ArgumentArity.Zero };

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public BreakEvenCommand()
        : base("break-even", "Tell from how many tokens on a dedicated GPU is cheaper than paying by token, exactly.")
    {
        Add(model);
        Add(gpu);
        Add(share);
        Add(throughput);
        Add(days);
        Add(replicas);
        Add(batch);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "break-even moonshotai/Kimi-K3 --gpu H200",
        "break-even llama-3.3-70b --gpu H100 --at 2026-11-01 --input-share 75% --tokens-per-second 2500 --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var type = call.Arguments.GetValue(gpu) ?? throw ToolException.WrongCall("missingArgument", "'break-even' needs a --gpu, such as --gpu H100");
        var id = call.Arguments.GetRequiredValue(model);
        var request = share.Read(call.Arguments) ?? UsualRequest;
        var period = TimeSpan.FromDays(Read(days, call, UsualDays, MostDays));
        var count = (int)Read(replicas, call, 1, MostReplicas);
        var inBatch = call.Arguments.GetValue(batch);
        var speed = throughput.Read(call.Arguments) is { } tokens ? Positive(throughput, tokens) : (long?)null;

        var point = card.Open(call).Ask(edition => Find(edition, id, request, type, period, count, inBatch));
        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, point, count, speed));
        }
        else
        {
            TableOf(point, count, speed).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    // What the card lacks is said as the commands 'price' and 'gpu' say it.
    private static BreakEven Find(CardInUse edition, string id, TokenUsage request, string type, TimeSpan period, int replicas, bool inBatch)
    {
        var level = inBatch ? ServiceLevel.Batch : ServiceLevel.Standard;
        try
        {
            _ = edition.PriceModel(id, request, level);
        }
        catch (ToolException refusal) when (refusal.Code == "unpricedMeter" && WhyNoSuchShare(edition, id, level) is { } why)
        {
            throw ToolException.WrongData(refusal.Code, why);
        }

        _ = edition.PriceGpu(type, period, replicas);
        return BreakEven.Of(edition.Rates, id, request, type, period, replicas, level)
            ?? throw ToolException.WrongData("noBreakEven", $"'{id}' costs nothing by token, so no GPU is ever cheaper");
    }

    // The call gives a share at most, so it isn't told of tokens that it never gave.
    private static string? WhyNoSuchShare(CardInUse edition, string id, ServiceLevel level)
    {
        var model = IdIndex.Of(edition.Card).Find(id)!.Id;
        return (IsPriced(Meter.Input), IsPriced(Meter.Output)) switch
        {
            (true, false) => $"'{model}' has no price for output; give --input-share 100%",
            (false, true) => $"'{model}' has no price for input; give --input-share 0%",
            (false, false) => $"'{model}' isn't priced by tokens, so no number of them costs what a GPU does",
            _ => null,
        };

        bool IsPriced(Meter meter) => edition.Rates.TryPrice(id, Usage.Of(meter, 1), out _, level);
    }

    private static long Read(QuantityOption option, Call call, int usual, int most)
    {
        var number = Positive(option, option.Read(call.Arguments) ?? usual);
        return number <= most ? number : throw ToolException.WrongCall("wrongValue", $"{option.Name}: {number} is more than {most}");
    }

    private static long Positive(QuantityOption option, long number) =>
        number > 0 ? number : throw ToolException.WrongCall("wrongValue", $"{option.Name}: it has to be at least 1");

    private static TextTable TableOf(BreakEven point, int replicas, long? speed)
    {
        var time = Counted.Of(point.Period.Days, "day");
        var table = new TextTable(
            $"{OneLine.Of(point.Serverless.Subject)} on {OneLine.Of(point.Dedicated.Subject)}, {CardHeading.Of(point.Serverless)}",
            new Column("what"),
            new Column("value"));
        var (input, output) = (point.Request.Input, point.Request.Output);
        table.Add("by token", string.Create(
            CultureInfo.InvariantCulture, $"{PricePerMillion(point).Round(6).ToString("0.00####", CultureInfo.InvariantCulture)} {point.Serverless.Currency} per 1M tokens, {input} of input to {output} of output"));
        var running = replicas > 1 ? $"{time} of {Counted.Of(replicas, "replica")}" : time;
        table.Add("dedicated", $"{PriceText.Of(point.Dedicated.Cost)} {point.Dedicated.Currency} for {running}");
        table.Add("break-even", $"{Counted.Of(point.Tokens.Ceiling(), "token")} in {time}");
        if (speed is { } tokens)
        {
            var busy = point.UtilizationAt(tokens);
            table.Add("utilization", $"{PriceText.Percent(busy)} of {Counted.Of(tokens, "token")} per second");
            table.Add("advice", IsReachable(busy) ? "above that, the GPU is cheaper" : "the GPU can't process as many: pay by token");
        }

        return table;
    }

    private static void Write(Utf8JsonWriter json, BreakEven point, int replicas, long? speed)
    {
        json.WriteStartObject();
        json.WriteString("model", point.Serverless.Subject);
        json.WriteString("gpu", point.Dedicated.Subject);
        json.WriteString("currency", point.Serverless.Currency);
        json.WriteString("card", point.Serverless.Card);
        json.WriteString("edition", point.Serverless.Edition.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("days", point.Period.Days.ToString(CultureInfo.InvariantCulture));
        json.WriteString("replicas", replicas.ToString(CultureInfo.InvariantCulture));
        json.WriteString("input", point.Request.Input.ToString(CultureInfo.InvariantCulture));
        json.WriteString("output", point.Request.Output.ToString(CultureInfo.InvariantCulture));
        json.WriteString("price", PricePerMillion(point).ToString());
        json.WriteString("per", "1000000");
        json.WriteString("dedicated", point.Dedicated.Cost.ToString());
        json.WriteString("tokens", point.Tokens.ToString());
        json.WriteString("wholeTokens", point.Tokens.Ceiling().ToString(CultureInfo.InvariantCulture));
        if (speed is { } tokens)
        {
            var busy = point.UtilizationAt(tokens);
            json.WriteString("tokensPerSecond", tokens.ToString(CultureInfo.InvariantCulture));
            json.WriteString("utilization", busy.ToString());
            json.WriteBoolean("reachable", IsReachable(busy));
        }

        json.WriteEndObject();
    }

    private static bool IsReachable(Ratio utilization) => utilization.Numerator <= utilization.Denominator;

    private static Ratio PricePerMillion(BreakEven point) => point.TokenPrice(1_000_000);
}
