import { Agent, get } from 'node:http';

/*
 * A desk that asks for one page again and again, each time to the last byte, as a process of its own: what it does is not
 * the API's time. Told its address, its cookie and how often; says what came last and how long each took, as JSON.
 */
const [url = '', cookie = '', warmUp = '0', rounds = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

const times: number[] = [];
let last = { status: 0, bytes: 0 };
for (let round = -Number(warmUp); round < Number(rounds); round++) {
  const began = performance.now();
  last = await ask();
  if (round >= 0) times.push(performance.now() - began);
}
console.log(JSON.stringify({ ...last, times }));
process.exit();

function ask(): Promise<typeof last> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
    }).once('error', reject);
  });
}
