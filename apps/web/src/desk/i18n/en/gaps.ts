import type { gaps } from '../de/gaps.ts';

export const gapsEn = {
  title: 'Free times',
  none: 'No room left',
  noneMore: 'There is no gap left on this day that a service fits into.',
  with: (p: { time: string; staff: string }) => `${p.time} free with ${p.staff}`,
  fits: (p: { names: string }) => `Fits: ${p.names}`,
  more: (p: { n: number }) => ` and ${p.n} more`,
  fill: 'Book here',
  fillAt: (p: { time: string; staff: string }) => `Book here: ${p.time} with ${p.staff}`,
  couldCome: 'Could come earlier:',
  moreCould: (p: { n: number }) => (p.n === 1 ? 'Show one more person' : `Show ${p.n} more people`),
  somebody: (p: { name: string; time: string }) => `${p.name}, ${p.time}`,
  pull: 'Bring forward',
  pullTo: (p: { name: string; time: string }) => `Bring forward ${p.name} to ${p.time}`,
  call: (p: { name: string; phone: string }) => `Call ${p.name}: ${p.phone}`,
} satisfies typeof gaps;
