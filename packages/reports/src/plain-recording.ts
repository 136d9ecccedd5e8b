import { routeOf } from './route-of.ts';

type Node = { [name: string]: unknown };

/** Of an element, what it takes to draw it; names, labels and addresses are somebody's. */
const ATTRIBUTES =
  /^(class|style|type|role|rel|width|height|rr_\w+|viewBox|d|cx|cy|r|x\d?|y\d?|points|fill|stroke[\w-]*|colspan|rowspan|dir|hidden|disabled|open)$/;
const OUR_FILE = /^(?:https?:\/\/[^/]+)?(\/assets\/[\w./-]+)$/;
/** Kinds of events of a recording: 4 tells of the page, 5 is what somebody else put in. */
const PAGE = 4;
const ADDED = 5;

/**
 * What a recorder of pages wrote (rrweb events, one list of them), as it may leave the house: how a page is laid out and
 * what was pressed, no text, no label, no address. The recorder masks by itself; this does not trust it.
 */
export function plainRecording(events: readonly unknown[]): unknown[] {
  return events
    .filter((event) => (event as Node).type !== ADDED)
    .map((event) => plain(event as Node, (event as Node).type === PAGE));
}

function plain(value: unknown, isPage: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, isPage));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Node;
  return Object.fromEntries(Object.entries(node).map(([name, held]) => [name, part(node, name, held, isPage)]));
}

function part(node: Node, name: string, held: unknown, isPage: boolean): unknown {
  if (name === 'attributes' && typeof held === 'object' && held !== null && !Array.isArray(held))
    return drawn(held as Node);
  if (typeof held !== 'string') return plain(held, isPage);
  if (isPage && name === 'href') return routeOf(held);
  // Of texts, of what was typed, and of what was changed in either.
  if (name === 'text' || name === 'value') return masked(held);
  if (name === 'textContent') return node.isStyle === true ? held : masked(held);
  return held;
}

const masked = (text: string) => text.replace(/\S/g, '*');

function drawn(attributes: Node): Node {
  const kept = Object.entries(attributes).flatMap(([name, held]) => {
    const file = typeof held === 'string' ? OUR_FILE.exec(held)?.[1] : undefined;
    if (file !== undefined && (name === 'href' || name === 'src')) return [[name, file]];
    return ATTRIBUTES.test(name) || name === '_cssText' ? [[name, held]] : [];
  });
  return Object.fromEntries(kept);
}
