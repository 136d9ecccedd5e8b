import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { againstTheLimit, Limit } from './against-the-limit.ts';
import { LoadVerdict, latencyOverTime, Series } from './latency-over-time.ts';
import { FAULTS, LIMIT, SERIES, VERDICT } from './made-up.fixture.ts';
import { PICTURES } from './pictures.ts';
import { PUBLISHED } from './published.ts';
import { Faults, recovery } from './recovery.ts';
import { wrapped } from './style.ts';
import { svgOf } from './svg.ts';

/** Every text of a picture, in the order it is drawn; the lines of one text joined. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = '']) =>
    text.replaceAll(/<\/tspan><tspan[^>]*>/g, ' ').replaceAll(/<[^>]*>/g, ''),
  );

/** What all pictures must be: drawn, on white, fetching nothing. */
function expectPicture(svg: string) {
  expect(svg).toMatch(/^<svg/);
  expect(svg).toContain('fill="white"');
  expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
  expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')).not.toContain('http');
}

test('latency over time says how many waited how long, with machine and day', async () => {
  const svg = await svgOf(latencyOverTime(Series.parse(SERIES), LoadVerdict.parse(VERDICT)));
  expectPicture(svg);
  const texts = textsOf(svg).join(' ');
  expect(texts).toContain('With 1,000 people booking, 95 of 100 wait less than 13 ms');
  expect(texts).toMatch(/2\s×\sAMD EPYC, 24\sGiB,\s2026-11-22/);
  expect(texts).toContain('wait for an answer, ms');
});

describe('against the limit', () => {
  test('shows the best of the limit and the most connections of ours, for each wire', async () => {
    const svg = await svgOf(againstTheLimit(Limit.parse(LIMIT)));
    expectPicture(svg);
    const texts = textsOf(svg);
    expect(texts.join(' ')).toContain('Our API makes 80 % of the bookings that the bare statement makes, one by one');
    expect(texts).toContain('4,000 · 80 %');
    expect(texts).toContain('5,000');
    expect(texts).toContain('round trip to the database 5 ms longer');
    expect(texts).not.toContain('round trip to the database 0 ms longer');
    expect(texts.join(' ')).not.toContain('20,000');
  });

  test('without our own runs it claims nothing of us', async () => {
    const ways = LIMIT.ways.filter(({ what }) => what === 'limit');
    expect(textsOf(await svgOf(againstTheLimit(Limit.parse({ ...LIMIT, ways }))))).toContain(
      'Bookings a second, and those of the bare statement',
    );
  });
});

describe('recovery', () => {
  test('names every fault and the worst of all', async () => {
    const svg = await svgOf(recovery(Faults.parse(FAULTS)));
    expectPicture(svg);
    const texts = textsOf(svg);
    expect(texts.join(' ')).toContain(
      'After each of 5 faults bookings went on by themselves, at the latest after 4.2 s',
    );
    expect(texts).toContain('PostgreSQL is killed (3 ×)');
    expect(texts).not.toContain('the wire is cut (0 ×)');
  });

  test('a fault that was not survived is the title', async () => {
    const kinds = [...FAULTS.kinds, { words: 'lost', times: 1, medianMs: null, worstMs: null, survived: false }];
    const texts = textsOf(await svgOf(recovery(Faults.parse({ ...FAULTS, kinds }))));
    expect(texts).toContain('Not every fault was survived');
    expect(texts).toContain('failed');
  });
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['overlongword and', 5, ['overlongword', 'and']],
  ['', 5, []],
])('%s wrapped at %i', (text, letters, lines) => {
  expect(wrapped(text, letters)).toEqual(lines);
});

test.each(Object.entries(PICTURES))('%s can be drawn by whoever clones this', async (_, { from, draw }) => {
  const folder = join(import.meta.dirname, '../..', PUBLISHED);
  expect(from.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  expect(await svgOf(draw(folder))).toMatch(/^<svg/);
});
