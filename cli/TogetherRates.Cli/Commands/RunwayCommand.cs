using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>runway MODEL</c>: tells how many requests, and how many days of them, the card's credits pay.</summary>
internal sealed class RunwayCommand : ToolCommand
{
    private readonly Argument<string> model = new("MODEL") { Description = "The id or an alias of a model or a tool." };

    private readonly UsageOptions usage = new();

    private readonly ServiceOptions service = new();

    private readonly QuantityOption perDay = new("--per-day", "How many such requests a day has, to tell how many days the credits pay.");

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public RunwayCommand()
        : base("runway", "Tell how many requests a new account's free credits pay, and how many days, exactly.")
    {
        Add(model);
        usage.AddTo(this);
        service.AddTo(this);
        Add(perDay);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "runway deepseek-v3 --input 12000 --output 800 --at 2026-06-30",
        "runway deepseek-v3 --input 12000 --output 800 --batch --per-day 20 --at 2026-06-30 --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var arguments = call.Arguments;
        var used = usage.Read(arguments)
            ?? throw ToolException.WrongCall("missingArgument", "there is no request to pay; give --input N, --output N or --meter NAME=N");
        var daily = perDay.Read(arguments);
        if (daily is 0)
        {
            throw ToolException.WrongCall("wrongValue", $"{perDay.Name}: it has to be at least 1");
        }

        var id = arguments.GetRequiredValue(model);
        var editions = card.Open(call);
        var time = card.MomentOf(call);
        var answer = editions.Ask(edition =>
        {
            var request = edition.In(service.Region(arguments)).PriceModel(id, used, service.Level(arguments));
            return Find(editions, edition, request, daily, time);
        });
        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, answer));
        }
        else
        {
            TableOf(answer).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    private static Answer Find(EditionsInUse editions, CardInUse edition, Quote request, long? daily, DateTimeOffset time)
    {
        if (edition.Card.Credits.Count == 0)
        {
            throw NoCredit(editions, edition);
        }

        var day = daily is { } requests ? CostOf(requests, request) : (Money?)null;
        try
        {
            var credits = CardCredits.GrantAt(edition.Card, time);
            return new(
                request,
                credits,
                credits.BalanceAt(time),
                Runway.Requests(credits, request, time),
                daily,
                day is { } cost ? Runway.Days(credits, cost, time) : null);
        }
        catch (Exception excess) when (excess is ArgumentOutOfRangeException or OverflowException)
        {
            throw ToolException.WrongData("tooMuch", $"the credits of {edition.Rates.Provider} last for longer than can be counted");
        }
    }

    private static Money CostOf(long requests, Quote request)
    {
        try
        {
            return request.Cost * requests;
        }
        catch (OverflowException)
        {
            throw ToolException.WrongCall("wrongValue", $"--per-day: {requests} requests of {request.Cost} {request.Currency} cost more than can be counted");
        }
    }

    private static ToolException NoCredit(EditionsInUse editions, CardInUse edition)
    {
        var generous = editions.All.Where(other => other.Card.Credits.Count > 0).Select(other => other.Edition).ToList();
        return ToolException.WrongData("noCredit", generous.Count == 0
            ? $"the card of {editions.Provider} promises no credit, so there is none that could last"
            : $"the edition of {edition.Edition} promises no credit; that of {string.Join(" and that of ", generous)} does: --at {generous[^1]}");
    }

    private static TextTable TableOf(Answer answer)
    {
        var (request, currency) = (answer.Request, answer.Request.Currency);
        var table = new TextTable(
            $"{OneLine.Of(request.Subject)}, {CardHeading.Of(request)}",
            new Column("what"),
            new Column("value"));
        foreach (var credit in answer.Credits.Credits)
        {
            var expiry = credit.ExpiresAt is { } end ? $", until {PeriodText.Of(end)}" : "";
            table.Add("credit", $"{PriceText.Of(credit.Amount)} {currency}, {credit.Name}{expiry}");
        }

        table.Add("a request", $"{PriceText.Of(request.Cost)} {currency}");
        table.Add("pays", answer.Requests is { } count ? Counted.Of(count, "request") : "requests without end: they cost nothing");
        if (answer.Daily is { } daily)
        {
            table.Add("lasts", answer.Days is { } days
                ? $"{Counted.Of(days, "day")} of {Counted.Of(daily, "request")}"
                : "days without end");
        }

        return table;
    }

    private static void Write(Utf8JsonWriter json, Answer answer)
    {
        var request = answer.Request;
        json.WriteStartObject();
        json.WriteString("model", request.Subject);
        json.WriteString("currency", request.Currency);
        json.WriteString("card", request.Card);
        json.WriteString("edition", request.Edition.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("credits");
        foreach (var credit in answer.Credits.Credits)
        {
            json.WriteStartObject();
            json.WriteString("name", credit.Name);
            json.WriteString("amount", credit.Amount.ToString());
            if (credit.ExpiresAt is { } end)
            {
                json.WriteString("expires", PeriodText.Of(end));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("balance", answer.Balance.ToString());
        json.WriteString("cost", request.Cost.ToString());
        WriteCount(json, "requests", answer.Requests);
        if (answer.Daily is { } daily)
        {
            WriteCount(json, "requestsPerDay", daily);
            WriteCount(json, "days", answer.Days);
        }

        json.WriteEndObject();
    }

    // What has no end is null.
    private static void WriteCount(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } number)
        {
            json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private sealed record Answer(Quote Request, CreditLedger Credits, Money Balance, long? Requests, long? Daily, long? Days);
}
