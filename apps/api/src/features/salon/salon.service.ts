import { LRUCache } from 'lru-cache';
import { AppError } from '../../errors/app-error.ts';
import type { SalonRepo } from './salon.repo.ts';
import type { Salon } from './salon.ts';

/** Salons one process keeps at hand. */
const KEPT = 2_000;
/** What can be a slug at all; the database is not asked for anything else. */
const SLUG = /^[a-z0-9-]{1,63}$/;

export type SalonWish = { readonly slug: string } | { readonly id: string };
export type SalonService = ReturnType<typeof salonService>;

/**
 * Salons with their configuration, kept per process by version. Whoever learns of a newer version
 * (an availability read, a booking refused as stale) asks for it here; many at once cause one load.
 */
export function salonService(repo: SalonRepo) {
  const kept = new LRUCache<string, Salon>({ max: KEPT, fetchMethod: (id) => repo.load(id) });
  // A slug may be given to another salon; that shows within a minute.
  const idBySlug = new LRUCache<string, string>({ max: KEPT, ttl: 60_000 });

  async function atLeast(id: string, version: number): Promise<Salon> {
    let salon = await kept.fetch(id);
    if (salon === undefined || salon.config.version < version) salon = await kept.fetch(id, { forceRefresh: true });
    if (salon === undefined) throw new AppError('salon_not_found', 'There is no such salon.');
    return salon;
  }

  /** The salon as it is now. Throws `salon_not_found`. */
  async function current(wish: SalonWish): Promise<Salon> {
    const found = 'slug' in wish && !SLUG.test(wish.slug) ? undefined : await repo.find(wish);
    if (found === undefined) throw new AppError('salon_not_found', 'There is no such salon.');
    if ('slug' in wish) idBySlug.set(wish.slug, found.id);
    return atLeast(found.id, found.version);
  }

  /** The salon as this process last saw it, for a write that names the version it decided on. */
  async function known(wish: SalonWish): Promise<Salon> {
    const id = 'id' in wish ? wish.id : idBySlug.get(wish.slug);
    const salon = id === undefined ? undefined : kept.get(id);
    return salon ?? current(wish);
  }

  return { current, known, atLeast };
}
