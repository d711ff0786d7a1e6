namespace TogetherRates.Compiler.Tests;

/// <summary>Cards with offers on all kinds of meters.</summary>
internal static class OfferCards
{
    /// <summary>Every way in which an offer can be counted and priced.</summary>
    public static string AllKinds => With(
        """
        "images": { "models": {
          "black-forest-labs/FLUX.1-schnell": { "name": "FLUX.1 [schnell]", "member": "Flux1Schnell", "price": 0.0027, "per": "megapixel", "steps": 4 },
          "black-forest-labs/FLUX.1-dev": { "member": "Flux1Dev", "aliases": ["flux-dev"], "price": 0.025, "per": "megapixel", "steps": 28, "batch": "50%" },
          "black-forest-labs/FLUX.1.1-pro": { "member": "Flux1_1Pro", "price": 0.04, "per": "megapixel" },
          "google/gemini-3-pro-image": { "per": "image", "above": "unpriced", "batch": "50%",
            "resolutions": [ { "upTo": "4.3MP", "price": 0.134 }, { "from": "4.3MP", "upTo": "17.2MP", "price": 0.24 } ] },
          "acme/any-size": { "per": "image", "resolutions": [ { "upTo": "1MP", "price": 0.01 }, { "price": 0.02 } ] },
          "acme/by-image": { "per": "image", "price": 0.05 },
          "acme/free-image": { "per": "image", "free": true },
          "openai/gpt-image-2": { "per": "1M tokens", "input": 5.00, "cachedInput": 1.25, "inputImage": 8.00, "cachedInputImage": 2.00, "outputImage": 30.00 }
        } },
        "audio": { "models": {
          "cartesia/sonic-3": { "name": "Cartesia Sonic 3", "member": "CartesiaSonic3", "price": 65.00, "per": "1M characters" },
          "openai/whisper-large-v3": { "price": 0.0015, "per": "minute", "billed": "second", "batch": "50%" },
          "acme/by-the-minute": { "price": 0.0015, "per": "minute", "billed": "minute" },
          "acme/by-the-hour": { "price": 0.36, "per": "hour", "billed": "hour" },
          "some/audio-llm": { "per": "1M tokens", "input": 1.00, "inputAudio": 3.00, "output": 4.00, "outputAudio": 12.00, "batch": "25%" },
          "some/free-llm": { "per": "1K tokens", "free": true }
        } },
        "video": { "models": {
          "x/y": { "price": 0.80, "per": "video" },
          "x/z": { "price": 0.05, "per": "second" }
        } },
        "tools": {
          "code-interpreter": { "price": 0.03, "per": "session" },
          "sandbox-vcpu": { "price": 0.0446, "per": "vCPU-hour" },
          "sandbox-memory": { "price": 0.0149, "per": "GiB-hour" },
          "storage": { "name": "Shared filesystem", "price": 0.16, "per": "GiB-month" },
          "web-search": { "price": 5.00, "per": "1K searches" },
          "ocr": { "price": 1.00, "per": "1K pages" },
          "gateway": { "price": 0.0001, "per": "request", "deprecated": "2025-06-01", "replacement": "web-search" },
          "gpu-time": { "price": 4.99, "per": "GPU-hour" }
        }
        """);

    /// <summary>A card with the sections.</summary>
    /// <param name="sections">The sections, without braces around them.</param>
    public static string With(string sections) =>
        $$"""
        {
          "ratecard": 1,
          "provider": "Acme",
          "currency": "USD",
          "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": { "models": { "acme/text": { "input": 1.00, "cachedInput": 0.25, "output": 2.00, "batch": "50%" } } },
          {{sections}}
        }

        """;

    /// <summary>A card with one image model.</summary>
    /// <param name="offer">The model's properties, without its braces.</param>
    public static string WithImage(string offer) => With($$""" "images": { "models": { "acme/one": { {{offer}} } } } """);

    /// <summary>A card with one tool.</summary>
    /// <param name="offer">The tool's properties, without its braces.</param>
    public static string WithTool(string offer) => With($$""" "tools": { "one": { {{offer}} } } """);
}
