        /// <summary>Finds a model by its id or an alias, in their exact case.</summary>
        public static bool TryFind(string? modelId, out ModelId model) => TryFind(global::TogetherRates.IdTable.CharactersOf(modelId), out model);

        /// <summary>Finds a model by its id or an alias, given as characters, in their exact case.</summary>
        public static bool TryFind(global::System.ReadOnlySpan<char> modelId, out ModelId model)
        {
            model = modelId switch
            {
                "acme/large" => ModelId.Large,
                "acme/small" => ModelId.Small,
                _ => default,
            };
            return model != default || (model = IdPatterns.Find(modelId)) != default;
        }

        /// <summary>Finds a model by its id or an alias, given in UTF-8, in their exact case.</summary>
        public static bool TryFind(global::System.ReadOnlySpan<byte> utf8ModelId, out ModelId model)
        {
            model = utf8ModelId.Length switch
            {
                10 when global::System.MemoryExtensions.SequenceEqual(utf8ModelId, "acme/large"u8) => ModelId.Large,
                10 when global::System.MemoryExtensions.SequenceEqual(utf8ModelId, "acme/small"u8) => ModelId.Small,
                _ => default,
            };
            return model != default || (model = IdPatterns.Find(utf8ModelId)) != default;
        }

