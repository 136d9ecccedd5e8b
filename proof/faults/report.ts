import type { ClaimVerdict } from '../history/check.ts';
import { KINDS, type Kind } from './kinds.ts';
import { IN_A_ROW } from './recovery.ts';
import type { Survived } from './survive.ts';

/** How long the service may take to be back: what we promise. */
const PROMISED_MS = 30_000;

/** How one kind of fault was survived; times in milliseconds from the end of the fault. */
export type KindReport = {
  kind: Kind;
  words: string;
  times: number;
  medianMs: number | null;
  worstMs: number | null;
  /** The same from the beginning of the fault. */
  medianSinceBeginMs: number | null;
  worstSinceBeginMs: number | null;
  /** Until every API process was back too. */
  worstWholeMs: number | null;
  /** Attempts without an answer, or asked to come back later, over all of them. */
  unanswered: number;
  longestWaitMs: number;
  survived: boolean;
};

/** Sums up what happened, kind by kind. A kind that never happened, or could not be done once, is not survived. */
export function reportKinds(kinds: readonly Kind[], all: readonly Survived[]): KindReport[] {
  return kinds.map((kind) => {
    const of = all.filter((one) => one.kind === kind);
    const after = of.map(({ backAfter }) => backAfter);
    const sinceBegin = of.map(({ backSinceBegin }) => backSinceBegin);
    return {
      kind,
      words: KINDS[kind].words,
      times: of.length,
      medianMs: median(after),
      worstMs: worst(after),
      medianSinceBeginMs: median(sinceBegin),
      worstSinceBeginMs: worst(sinceBegin),
      worstWholeMs: worst(of.map(({ wholeAfter }) => wholeAfter)),
      unanswered: of.reduce((sum, one) => sum + one.unanswered, 0),
      longestWaitMs: Math.max(0, ...of.map(({ longestWait }) => longestWait)),
      survived:
        of.length > 0 && of.every((one) => one.done && one.wholeAfter !== null && one.wholeAfter <= PROMISED_MS),
    };
  });
}

/** Null where a time is missing: it never came back. */
function worst(times: readonly (number | null)[]): number | null {
  return times.length === 0 || times.includes(null) ? null : Math.max(...times.map(Number));
}

/** The middle one, the upper of two; what never came back counts as longest. */
function median(times: readonly (number | null)[]): number | null {
  const sorted = times.toSorted((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** Customers who gave up after a minute, as a claim beside those of the history. */
export function answeredClaim(keys: number, gaveUp: readonly string[]): ClaimVerdict {
  return {
    name: 'answered',
    words: 'Every customer had a final answer within a minute, asking again under the same key.',
    checked: keys,
    violations: gaveUp.slice(0, 20).map((key) => `key ${key} had no answer within a minute`),
    notes: gaveUp.length > 20 ? [`${gaveUp.length} gave up in all`] : [],
  };
}

/** The result for people, its last line `N passed, N failed`: one each per kind of fault and per claim. */
export function inWords(kinds: readonly KindReport[], claims: readonly ClaimVerdict[]): string[] {
  const broken = claims.filter(({ violations }) => violations.length > 0);
  const failed = broken.length + kinds.filter(({ survived }) => !survived).length;
  return [
    '',
    `Back: ${IN_A_ROW} bookings in a row were answered, counted from the end of the fault (from its beginning in brackets).`,
    'Whole: every API process was there again, too. Nobody lent a hand.',
    ...kinds.map(kindInWords),
    '',
    ...claims.flatMap((claim) => [
      `${claim.violations.length === 0 ? 'ok  ' : 'FAIL'}  ${claim.words} (${claim.checked} looked at)`,
      ...claim.violations.map((one) => `        ${one}`),
      ...claim.notes.map((one) => `      ${one}`),
    ]),
    '',
    failed === 0
      ? 'No acknowledged booking was lost, none was made twice, and the service came back by itself from every fault.'
      : 'Something went wrong: see the lines that say FAIL.',
    `${kinds.length + claims.length - failed} passed, ${failed} failed`,
  ];
}

function kindInWords({ words, times, survived, ...of }: KindReport): string {
  const back = `back: median ${seconds(of.medianMs)} (${seconds(of.medianSinceBeginMs)}), worst ${seconds(of.worstMs)} (${seconds(of.worstSinceBeginMs)})`;
  const felt = `longest wait ${seconds(of.longestWaitMs)}, ${of.unanswered} asked again`;
  return `${survived ? 'ok  ' : 'FAIL'}  ${words}, ${times} ×; ${back}; whole: worst ${seconds(of.worstWholeMs)}; ${felt}`;
}

const seconds = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`);
