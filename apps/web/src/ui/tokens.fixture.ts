import { readFileSync } from 'node:fs';
import { clampRgb, converter, type Oklch, parse, type Rgb } from 'culori';

const SHEET = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
const toOklch = converter('oklch');
const toRgb = converter('rgb');

export type Theme = 'light' | 'dark';

/** A colour of the sheet as a screen shows it: what it cannot show is cut off, as browsers do. */
export function token(name: string, theme: Theme, salon: string): Rgb {
  const value = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(SHEET)?.[1];
  const arms = value && [...value.matchAll(/oklch\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\)/g)].map(([arm]) => arm);
  const arm = arms?.[theme === 'light' ? 0 : 1];
  if (!arm) throw new Error(`No colour ${name} for ${theme}`);
  return clampRgb(toRgb(oklch(arm, salon))) as Rgb;
}

/** Reads `oklch(0.9 0.01 80)` and `oklch(from var(--salon) clamp(0.2, l, 0.5) min(c, 0.1) h)`. */
function oklch(text: string, salon: string): Oklch {
  const inside = text.slice('oklch('.length, -1).trim();
  if (!inside.startsWith('from')) {
    const [l, c, h] = inside.split(/\s+/).map(Number);
    if (l === undefined || c === undefined || h === undefined) throw new Error(`Not a colour: ${text}`);
    return { mode: 'oklch', l, c, h };
  }
  const base = toOklch(parse(salon));
  if (!base) throw new Error(`Not a colour: ${salon}`);
  const words = inside.replace(/^from var\(--salon\)\s*/, '').match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  const [l = '', c = ''] = words;
  return { mode: 'oklch', l: lightness(l, base.l), c: least(c, base.c), h: base.h ?? 0 };
}

function lightness(text: string, l: number): number {
  const { low, high, plus } =
    /clamp\((?<low>[\d.]+), l, (?<high>[\d.]+)\)(?: (?<plus>[+-] [\d.]+))?/.exec(text)?.groups ?? {};
  if (low === undefined || high === undefined) return Number(text);
  return Math.min(Math.max(l, Number(low)), Number(high)) + Number((plus ?? '0').replace(' ', ''));
}

const least = (text: string, c: number) => Math.min(c, Number(/min\(c, ([\d.]+)\)/.exec(text)?.[1] ?? text));
