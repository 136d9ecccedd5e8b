import { plainText } from './plain-text.ts';
import { routeOf } from './route-of.ts';

export type Data = Record<string, unknown>;
type Keep = (value: never) => unknown;
type Shape = Readonly<Record<string, Keep>>;

const ID = /^[\w:.-]{1,64}$/;

/** How each part of what is reported is let through: as it is, cut down, or (undefined) not at all. */
export const asItIs = (value: unknown) => value;
/** A number. */
export const figure = (value: unknown) => (typeof value === 'number' ? value : undefined);
/** Names and ids of ours and of the library's: short, and without a space. */
export const word = (value: unknown) => (typeof value === 'string' && ID.test(value) ? value : undefined);
/** `salon@1.2.3`, or a commit. */
export const release = (value: unknown) => (/^[\w.@+-]{1,64}$/.test(String(value)) ? value : undefined);
/** What an error or a step says. */
export const words = (value: unknown) => (typeof value === 'string' ? plainText(value) : undefined);
/** An address, without whose it is. */
export const route = (value: unknown) => (typeof value === 'string' ? routeOf(value) : undefined);
/** Of each of a list what `keep` lets through. */
export const list = (keep: Keep) => (value: unknown) =>
  Array.isArray(value) ? value.map((one) => keep(one as never)) : undefined;

/** Of an object what is named here, and nothing else. */
export const only = (shape: Shape) => (value: unknown) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(shape).map(([name, keep]) => [name, keep((value as Data)[name] as never)]);
  return Object.fromEntries(kept.filter(([, one]) => one !== undefined));
};

/** Where code stands: a file of ours, or a page, whose address may be a secret. */
export const file = (value: unknown) => {
  if (typeof value !== 'string') return undefined;
  return /\.[cm]?[jt]sx?$|^node:/.test(value) ? value : routeOf(value);
};
