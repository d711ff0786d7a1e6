namespace TogetherRates.Compiler.Tests.Schema;

/// <summary>The schema and the reader ask for the same in dedicated endpoints, fine-tuning and published ranges.</summary>
public class SectionSchemaTests
{
    [Theory]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "second", "gpus": {} } """)]
    [InlineData(""" "dedicated": { "per": "minute", "billed": "minute", "gpus": { "a": { "price": "3.36", "name": "A", "member": "A", "aliases": [ "b" ] }, "c": { "count": 8, "pricePerGpu": 1 } } } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": { "lora": 1, "full": "2" }, "dpo": { "lora": "unpriced", "full": 1e-3 } } ] } """)]
    [InlineData(""" "fineTuning": { "per": "token", "step": "1B", "above": "unpriced", "bands": [ { "upTo": "8B", "sft": { "full": 1 } }, { "from": "9B", "upTo": "16B", "sft": { "full": 1 } } ] } """)]
    [InlineData(""" "fineTuning": { "models": { "a/b": { "dpo": { "lora": 1 }, "minimum": 0, "name": "B", "member": "B", "aliases": [] }, "c": { "sft": { "lora": 1 }, "minimum": "20.00" } } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": { "price": 1 } } }, "published": [ { "of": "dedicated", "from": 0, "upTo": "2", "per": "hour" } ] """)]
    public void A_good_section_is_good_to_both(string sections)
    {
        var card = SampleCards.WithSections(sections.Trim());

        Assert.Empty(CardReport.ErrorsOf(card));
        Assert.Empty(CardSchema.Validate(card));
    }

    [Theory]
    [InlineData(""" "dedicated": [] """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute" } """)]
    [InlineData(""" "dedicated": { "per": "hour", "gpus": {} } """)]
    [InlineData(""" "dedicated": { "per": "day", "billed": "minute", "gpus": {} } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": 3.36 } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": {} } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": { "price": 1, "pricePerGpu": 1 } } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": { "price": 1, "count": 0 } } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": { "price": 1, "count": 1025 } } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": { "price": 0 } } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "": { "price": 1 } } } """)]
    [InlineData(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "a": { "price": 1, "free": true } } } """)]
    [InlineData(""" "fineTuning": {} """)]
    [InlineData(""" "fineTuning": { "bands": [] } """)]
    [InlineData(""" "fineTuning": { "bands": [ {} ] } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": {} } ] } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": 1 } ] } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": { "lora": "free" } } ] } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": { "lora": 0 } } ] } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": { "LoRA": 1 } } ] } """)]
    [InlineData(""" "fineTuning": { "bands": [ { "sft": { "lora": 1 }, "minimum": 1 } ] } """)]
    [InlineData(""" "fineTuning": { "above": "unpriced", "models": { "a": { "sft": { "lora": 1 } } } } """)]
    [InlineData(""" "fineTuning": { "step": "1B", "models": { "a": { "sft": { "lora": 1 } } } } """)]
    [InlineData(""" "fineTuning": { "models": { "a": { "minimum": 1 } } } """)]
    [InlineData(""" "fineTuning": { "models": { "a": { "sft": { "lora": 1 }, "minimum": -1 } } } """)]
    [InlineData(""" "published": {} """)]
    [InlineData(""" "published": [ { "of": "gpus", "from": 1, "upTo": 2, "per": "hour" } ] """)]
    [InlineData(""" "published": [ { "of": "dedicated", "from": 1, "upTo": 2 } ] """)]
    [InlineData(""" "published": [ { "of": "dedicated", "from": 1, "per": "hour" } ] """)]
    public void A_bad_section_is_bad_to_both(string sections)
    {
        var card = SampleCards.WithSections(sections.Trim());

        Assert.NotEmpty(CardReport.Of(card));
        Assert.NotEmpty(CardSchema.Validate(card));
    }
}
