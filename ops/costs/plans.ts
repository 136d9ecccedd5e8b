import type { Needs } from './needs.ts';

/** A plan of a provider: processors, memory and disk in gigabytes, price a month; undefined where no price was found. */
type Plan = { readonly name: string; readonly cores: number; readonly price: number | undefined };
type Machine = Plan & { readonly disk: number };

// Where each price is from, and of when, stands in docs/costs.md.
const RENDER_SERVICE: readonly Plan[] = [
  { name: 'starter', cores: 0.5, price: 7 },
  { name: 'standard', cores: 1, price: 25 },
  { name: 'pro', cores: 2, price: 85 },
];
const RENDER_DATABASE: readonly Plan[] = [
  { name: 'basic-1gb', cores: 0.5, price: 19 },
  { name: 'pro-4gb', cores: 1, price: 55 },
  { name: 'pro-8gb', cores: 2, price: undefined },
  { name: 'pro-16gb', cores: 4, price: undefined },
  { name: 'pro-32gb', cores: 8, price: undefined },
];
const GIGABYTE = 0.3;
const CRON = 1;
/** Beyond the smallest plan a database is to have memory for what is asked of it all day. */
const SALONS_ON_BASIC = 10;
const STANDARD = RENDER_SERVICE.filter(({ name }) => name === 'standard');

const HETZNER: readonly Machine[] = [
  { name: 'CX23', cores: 2, disk: 40, price: 3.99 },
  { name: 'CX33', cores: 4, disk: 80, price: 6.49 },
];
/** Of a machine's disk, so much for the database; the rest is for log, images and a backup on its way out. */
const SHARE_OF_DISK = 0.5;

const enough = <P extends Plan>(plans: readonly P[], cores: number): P | undefined =>
  plans.find((plan) => plan.cores >= cores);

/** What Render takes a month as render.yaml sets it up, in USD; without a price of the database where none was found. */
export function onRender({ salons, cores, gigabytes }: Needs) {
  const [api] = STANDARD;
  const worker = enough(RENDER_SERVICE, cores.worker);
  const database = enough(salons > SALONS_ON_BASIC ? RENDER_DATABASE.slice(1) : RENDER_DATABASE, cores.postgres);
  if (!api || !worker || !database) throw new Error(`No plan carries ${salons} salons.`);
  const instances = Math.max(2, Math.ceil(cores.api / api.cores));
  // Disks are 1 GB, or a multiple of 5.
  const disk = gigabytes <= 1 ? 1 : Math.ceil(gigabytes / 5) * 5;
  const priced = instances * (api.price ?? 0) + (worker.price ?? 0) + CRON + disk * GIGABYTE + (database.price ?? 0);
  return { instances, worker: worker.name, database: database.name, disk, priced, whole: database.price !== undefined };
}

/** The smallest machine at Hetzner that carries everything, or none. */
export function onOneMachine({ cores, gigabytes }: Needs): Machine | undefined {
  const all = cores.api + cores.postgres + cores.worker;
  return HETZNER.find((one) => one.cores >= all && one.disk * SHARE_OF_DISK >= gigabytes);
}
