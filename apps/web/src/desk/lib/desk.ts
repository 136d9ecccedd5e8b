import type { DeskAnswer } from '@salon/contracts/desk/desk';
import { type Reach, type Right, reachOf } from '@salon/contracts/desk/rights';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { deskQuery } from './desk.queries.ts';

export type DeskSalon = DeskAnswer['salons'][number];

export type Desk = {
  readonly login: DeskAnswer['login'];
  readonly salons: readonly DeskSalon[];
  /** The salon whose desk this is; its id goes into every request. */
  readonly salon: DeskSalon;
  /** Whether her role may do this here at all. */
  readonly can: (right: Right) => boolean;
  /** How far her right reaches: to all of the salon, or to what is her own. */
  readonly reach: (right: Right) => Reach | undefined;
};

export function deskOf({ login, salons }: DeskAnswer, salon: DeskSalon): Desk {
  const reach = (right: Right) => {
    const found = reachOf(salon.role, right);
    // Whoever nobody can book has nothing of her own.
    return found === 'own' && salon.staffId === null ? undefined : found;
  };
  return { login, salons, salon, reach, can: (right) => reach(right) !== undefined };
}

export const DeskContext = createContext<Desk | null>(null);

/** Who works here, in which salon, and what she may do; for everything below `/desk/:slug`. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('No salon above');
  return desk;
}

/** Whoever is signed in; for pages that belong to no salon. Waits for the API. */
export function useSignedIn(): DeskAnswer {
  return useSuspenseQuery(deskQuery).data;
}
