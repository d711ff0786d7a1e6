#!/usr/bin/env bash
# How long one price takes as a whole process, against console programs that do nothing: all published with ReadyToRun, run in turn, and
# compared inside each round, so that a machine whose speed drifts doesn't matter. One of them has the tool's settings of the runtime as
# well, the others have those of any program. Needs bash and the SDK.
#
#   benchmarks/startup.sh [ROUNDS]
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

rounds=${1:-41}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runtime=$(dotnet --info | awk '/ RID:/ { print $2; exit }')

program() { # NAME CODE [SETTINGS]
  mkdir "$work/$1"
  echo "$2" > "$work/$1/Program.cs"
  cat > "$work/$1/$1.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <PublishReadyToRun>true</PublishReadyToRun>
PROJECT
  echo "${3:-}</PropertyGroup></Project>" >> "$work/$1/$1.csproj"
  publish "$work/$1" "$1"
}

publish() { dotnet publish "$1" -c Release -r "$runtime" --no-self-contained -o "$work/out-$2" -v q; } # PROJECT NAME

settings=$(grep -E '<(InvariantGlobalization|TieredPGO|EventSourceSupport|ConcurrentGarbageCollection)>' "$root/cli/TogetherRates.Cli/TogetherRates.Cli.csproj")

program empty 'return 0;'
program lean 'return 0;' "$settings"
program line 'System.Console.WriteLine("0.016");'
publish "$root/cli/TogetherRates.Cli" price

price() { "$work/out-price/together-rates" price deepseek-ai/DeepSeek-V3 --input 12000 --output 800; }
empty() { "$work/out-empty/empty"; }
lean() { "$work/out-lean/lean"; }
line() { "$work/out-line/line"; }

time_of() { # microseconds that a contender takes, in $elapsed
  local start=${EPOCHREALTIME/./}
  "$1" > /dev/null
  elapsed=$((${EPOCHREALTIME/./} - start))
}

median() { sort -n | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

for contender in empty lean line price; do time_of $contender; done # warms up
for ((round = 0; round < rounds; round++)); do
  time_of empty; a=$elapsed
  time_of line; b=$elapsed
  time_of price; c=$elapsed
  time_of lean; d=$elapsed
  echo "$a $b $c $d"
done > "$work/times"

echo "$rounds rounds, medians"
awk '{ print $1 / 1000 }' "$work/times" | median | xargs printf 'a program that does nothing      %6.1f ms\n'
awk '{ print $2 / 1000 }' "$work/times" | median | xargs printf 'a program that writes one line   %6.1f ms\n'
awk '{ print $3 / 1000 }' "$work/times" | median | xargs printf 'together-rates price             %6.1f ms\n'
awk '{ print $4 / 1000 }' "$work/times" | median | xargs printf 'does nothing, our settings       %6.1f ms\n'
awk '{ print $3 / $1 }' "$work/times" | median | xargs printf 'price / does nothing             %6.2f\n'
awk '{ print $3 / $4 }' "$work/times" | median | xargs printf 'price / nothing, our settings    %6.2f\n'
awk '{ print $3 / $2 }' "$work/times" | median | xargs printf 'price / writes one line          %6.2f\n'
