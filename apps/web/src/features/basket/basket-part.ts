import { part } from '../../app/part.ts';

/** Fetched with the first service that is chosen, or while somebody reads. */
export const basketPart = () => import('./Basket.tsx').then((m) => m.Basket);
export const BasketPart = part(basketPart);
