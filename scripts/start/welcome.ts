/** The addresses, and how to stop: what somebody at the terminal looks for. */
export async function printWelcome(about: { port: number; publicUrl: string; dataDir: string; log: string }) {
  const lines = [['API and its pages', `${about.publicUrl}/api/docs`]];
  const demo = await demoTimes(about.port);
  if (demo) lines.push(['Free times of the demo', about.publicUrl + demo]);
  lines.push(['Data', about.dataDir], ['Log of the API', about.log]);
  const width = Math.max(...lines.map(([what = '']) => what.length));
  console.log('');
  for (const [what = '', where = ''] of lines) console.log(`  ${what.padEnd(width)}  ${where}`);
  console.log('\n  Ctrl-C stops everything; the data stays.\n');
}

type Catalogue = { services: { id: string; name: string }[] };

/** The path to a week of free times at the demo salon; undefined where there is none. */
async function demoTimes(port: number): Promise<string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/salons/demo`).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { services } = (await answer.json()) as Catalogue;
  const service = services.find((one) => one.name === 'Herrenhaarschnitt') ?? services[0];
  if (!service) return undefined;
  const from = new Date().toISOString().slice(0, 10);
  return `/api/salons/demo/availability?services=${service.id}&staff=any&from=${from}&days=7`;
}
