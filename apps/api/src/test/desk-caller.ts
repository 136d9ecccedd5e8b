import type { ItemWish } from '@salon/contracts/desk/visit';
import { v4 } from 'uuid';
import type { FixtureSalon } from './salon-fixture.ts';
import { type SignedInMember, signIn } from './signed-in.ts';
import type { TestApi } from './test-api.ts';

/** 24 November 2026, a Tuesday, in Hamburg. */
export const at = (time: string) => `2026-11-24T${time}:00+01:00`;

export type Desk = ReturnType<typeof deskOf>;

/** An owner at her desk. */
export const openDesk = async (api: TestApi, salon: FixtureSalon) => deskOf(await signIn(api, salon, 'owner'), salon);

/** What a member does at the desk of a salon; each call has a key of its own unless one is given. */
export function deskOf({ call }: Pick<SignedInMember, 'call'>, salon: FixtureSalon) {
  const send = (method: 'POST' | 'PUT', path: string, body: object, key: string = v4(), app?: TestApi['app']) =>
    call(method, `/api/desk/${salon.id}/${path}`, body, { 'idempotency-key': key }, app);
  return {
    call,
    send,
    get: (path: string) => call('GET', `/api/desk/${salon.id}/${path}`),
    /** `Färben Mia 10:00` as a wish. */
    wish(words: string, more: Partial<ItemWish> = {}): ItemWish {
      const [service = '', staff = '', time = ''] = words.split(' ');
      return {
        serviceId: salon.services[service] ?? '',
        staffId: salon.staff[staff] ?? '',
        startsAt: at(time),
        ...more,
      };
    },
    /** Makes a visit of such wishes for somebody without details, unless said otherwise. */
    async visit(words: readonly string[], more: object = {}, key?: string) {
      const items = words.map((one) => this.wish(one));
      return send('POST', 'visits', { customer: null, items, notify: false, ...more }, key);
    },
    /** Makes one that must succeed, and returns it. */
    async made(words: readonly string[], more: object = {}) {
      const answer = await this.visit(words, more);
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body.visits[0];
    },
    change(visit: { id: string; version: number }, words: readonly string[], more: object = {}, key?: string) {
      const items = words.map((one) => this.wish(one));
      return send('PUT', `visits/${visit.id}`, { version: visit.version, items, notify: false, ...more }, key);
    },
    mark: (visit: { id: string; version: number }, status: string, more: object = {}, key?: string) =>
      send('POST', `visits/${visit.id}/status`, { version: visit.version, status, ...more }, key),
    undo: (changeId: string, key?: string) => send('POST', `changes/${changeId}/undo`, {}, key),
  };
}
