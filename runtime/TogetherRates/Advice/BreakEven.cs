using System.Numerics;

namespace TogetherRates;

/// <summary>How much has to be used for an endpoint on GPUs of one's own to cost no more than paying by token.</summary>
/// <remarks>
/// "Consider Dedicated Endpoints: For high-volume, predictable workloads" (Together AI, pricing tiers and structure). An endpoint costs its
/// time whether it is used or not, so the volume at which both cost the same is the cost of the time over the cost of a token.
/// </remarks>
public sealed record BreakEven
{
    private BreakEven(TokenUsage request, Quote serverless, Quote dedicated, TimeSpan period)
    {
        Request = request;
        Serverless = serverless;
        Dedicated = dedicated;
        Period = period;
    }

    /// <summary>The tokens of one request, which give the mix of input, cached input and output.</summary>
    public TokenUsage Request { get; }

    /// <summary>What a request costs by token.</summary>
    public Quote Serverless { get; }

    /// <summary>What the endpoint costs over the period.</summary>
    public Quote Dedicated { get; }

    /// <summary>How long the endpoint runs: 30 days for a month.</summary>
    public TimeSpan Period { get; }

    /// <summary>How many requests cost exactly as much as the endpoint.</summary>
    public Ratio Requests => new(RequestsAsFraction);

    /// <summary>How many tokens of this mix, input and output together, cost exactly as much as the endpoint.</summary>
    public Ratio Tokens => new(TokensAsFraction);

    private Fraction RequestsAsFraction => Fraction.Of(Dedicated.Cost) / Fraction.Of(Serverless.Cost);

    private Fraction TokensAsFraction => RequestsAsFraction * new Fraction(TokensOfRequest, 1);

    private BigInteger TokensOfRequest => (BigInteger)Request.Input + Request.Output;

    /// <summary>Finds the volume at which both cost the same.</summary>
    /// <param name="card">The rate card.</param>
    /// <param name="id">The id or an alias of the model that is paid by token.</param>
    /// <param name="request">The tokens of one request: at least one token.</param>
    /// <param name="gpuId">The id or an alias of the GPU configuration.</param>
    /// <param name="period">How long the endpoint runs, above zero: 30 days for a month.</param>
    /// <param name="replicas">How many replicas run, 1 or more.</param>
    /// <param name="level">The level of service of the requests.</param>
    /// <returns>The volume; null if the model costs nothing, so that the endpoint is never the cheaper one.</returns>
    /// <exception cref="PriceNotFoundException">The card has no price for the model or the GPU; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is zero or less, or the request has no token.</exception>
    public static BreakEven? Of(
        IRateCard card,
        string id,
        in TokenUsage request,
        string gpuId,
        TimeSpan period,
        int replicas = 1,
        ServiceLevel level = ServiceLevel.Standard)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replicas);
        if (request == default)
        {
            throw new ArgumentOutOfRangeException(nameof(request), request, "A request has at least one token.");
        }

        var serverless = card.Explain(id, request, level);
        var dedicated = card.TryExplain(gpuId, period, replicas, out var quote) ? quote : throw PriceNotFoundException.ForGpu(gpuId, card);
        return serverless.Cost == Money.Zero ? null : new(request, serverless, dedicated, period);
    }

    /// <summary>What some tokens of this mix cost, exactly.</summary>
    /// <param name="tokens">How many, input and output together; 0 or more.</param>
    /// <returns>The price in units of the currency.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tokens"/> is negative.</exception>
    public Ratio TokenPrice(long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        return new(Fraction.Of(Serverless.Cost) * new Fraction(tokens, TokensOfRequest));
    }

    /// <summary>How much of the endpoint is used at the volume at which both cost the same: above 1, it can't get there.</summary>
    /// <param name="tokensPerSecond">The tokens that all replicas together can process in a second, input and output together.</param>
    /// <returns>The exact part of its time that the endpoint is busy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tokensPerSecond"/> isn't above 0.</exception>
    public Ratio UtilizationAt(long tokensPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokensPerSecond);
        var seconds = new Fraction(Period.Ticks, TimeSpan.TicksPerSecond);
        return new(TokensAsFraction / (seconds * new Fraction(tokensPerSecond, 1)));
    }
}
