// What a price takes in packages for Node, each called as its README shows. Both do more with a call than look a price up: genai-prices matches
// models by patterns and prices by date, tokenlens tries several spellings of an id; both answer in floats.
//
//   node compare.mjs SECONDS    prints the nanoseconds a call of each package, as JSON
//   node compare.mjs            reads names of packages, a line each, and answers each with the nanoseconds a call of a slice of time
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { calcPrice } from '@pydantic/genai-prices';
import { costFromUsage } from 'tokenlens';

const slice = 0.25;
const requests = JSON.parse(readFileSync(new URL('requests.json', import.meta.url)));

// What a caller has at hand is made beforehand.
const packages = {
  'genai-prices': requests.map(({ provider, model, input, output }) => {
    const usage = { input_tokens: input, output_tokens: output };
    const options = { providerId: provider };
    return () => calcPrice(usage, model, options).total_price;
  }),
  tokenlens: requests.map(({ provider, model, input, output }) => {
    const request = { id: `${provider}:${model}`, usage: { inputTokens: input, outputTokens: output } };
    return () => costFromUsage(request);
  }),
};

// The same sequence each time, in no order that a processor could learn from a few calls.
let state = 1;
const order = Array.from({ length: 1024 }, () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * requests.length);
});

for (const [name, calls] of Object.entries(packages)) {
  calls.forEach((price, i) => {
    if (!(price() > 0)) throw new Error(`${name} has no price for ${requests[i].model}`);
  });
  measure(name, 1);
}

const seconds = Number(process.argv[2] ?? 0);
if (seconds > 0) {
  const times = Object.keys(packages).map(name => [name, Math.round(measure(name, seconds))]);
  console.log(JSON.stringify({ node: process.version, nanoseconds: Object.fromEntries(times) }));
} else {
  for await (const name of createInterface({ input: process.stdin })) console.log(measure(name, slice));
}

function measure(name, seconds) {
  const calls = packages[name];
  const end = performance.now() + seconds * 1000;
  const start = clock();
  let count = 0;
  let sum = 0;
  while (performance.now() < end) {
    for (const i of order) sum += calls[i]();
    count += order.length;
  }

  if (!(sum > 0)) throw new Error(`${name} priced nothing`);
  return Number(clock() - start) / count;
}

// The processor time of the thread where the system tells it, so that programs beside don't count.
function clock() {
  try {
    return BigInt(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return process.hrtime.bigint();
  }
}
