        /// <summary>Finds a model by its id or an alias, in their exact case.</summary>
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

        /// <summary>Finds a model by the UTF-8 bytes of its id or an alias, in their exact case.</summary>
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

        // More ids by what they have in common. No id matches the patterns of two models, so that their order doesn't count.
        private static class IdPatterns
        {
            public static ModelId Find(global::System.ReadOnlySpan<char> id) => id switch
            {
                _ when global::System.MemoryExtensions.StartsWith(id, "acme/large-2") => ModelId.Large,
                _ when Regex1.Matches(id) => ModelId.Large,
                _ when global::System.MemoryExtensions.StartsWith(id, "acme/small \"x\"-") => ModelId.Small,
                _ when Regex2.Matches(id) => ModelId.Small,
                _ => default,
            };

            public static ModelId Find(global::System.ReadOnlySpan<byte> id) => id switch
            {
                _ when global::System.MemoryExtensions.StartsWith(id, "acme/large-2"u8) => ModelId.Large,
                _ when Regex1.Matches(id) => ModelId.Large,
                _ when global::System.MemoryExtensions.StartsWith(id, "acme/small \"x\"-"u8) => ModelId.Small,
                _ when Regex2.Matches(id) => ModelId.Small,
                _ => default,
            };

            // ^large(-[0-9]{1,2})?$
            private static class Regex1
            {
                // The class of each character of ASCII; then where others start, each with the class of those from there in its last byte.
                private static global::System.ReadOnlySpan<byte> Ascii => new byte[]
                {
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    0, 3, 0, 0, 0, 4, 0, 5, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                };
                private static global::System.ReadOnlySpan<int> Beyond => new int[]
                {
                    0x8000,
                };

                // A line for each state and a number for each class: the next state. In state 0 nothing can match any more, 1 is the start, from 7 on an id matches.
                private static global::System.ReadOnlySpan<ushort> States => new ushort[]
                {
                    0, 0, 0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 2, 0,
                    0, 0, 0, 3, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 4,
                    0, 0, 0, 0, 0, 5, 0, 0,
                    0, 0, 0, 0, 7, 0, 0, 0,
                    0, 0, 8, 0, 0, 0, 0, 0,
                    0, 6, 0, 0, 0, 0, 0, 0,
                    0, 0, 9, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0,
                };

                public static bool Matches(global::System.ReadOnlySpan<char> id) => global::TogetherRates.IdMatch.Matches(id, Ascii, Beyond, States, classes: 8, firstMatch: 7);
                public static bool Matches(global::System.ReadOnlySpan<byte> id) => global::TogetherRates.IdMatch.Matches(id, Ascii, Beyond, States, classes: 8, firstMatch: 7);
            }

            // ^small[é-ü]$
            private static class Regex2
            {
                // The class of each character of ASCII; then where others start, each with the class of those from there in its last byte.
                private static global::System.ReadOnlySpan<byte> Ascii => new byte[]
                {
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                };
                private static global::System.ReadOnlySpan<int> Beyond => new int[]
                {
                    0x8000, 0xE905, 0xFD00,
                };

                // A line for each state and a number for each class: the next state. In state 0 nothing can match any more, 1 is the start, in 7 an id matches.
                private static global::System.ReadOnlySpan<ushort> States => new ushort[]
                {
                    0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 2, 0,
                    0, 0, 0, 3, 0, 0,
                    0, 4, 0, 0, 0, 0,
                    0, 0, 5, 0, 0, 0,
                    0, 0, 6, 0, 0, 0,
                    0, 0, 0, 0, 0, 7,
                    0, 0, 0, 0, 0, 0,
                };

                public static bool Matches(global::System.ReadOnlySpan<char> id) => global::TogetherRates.IdMatch.Matches(id, Ascii, Beyond, States, classes: 6, firstMatch: 7);
                public static bool Matches(global::System.ReadOnlySpan<byte> id) => global::TogetherRates.IdMatch.Matches(id, Ascii, Beyond, States, classes: 6, firstMatch: 7);
            }
        }

