import { Link } from 'wouter';
import { salonPath } from '../../app/paths.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import type { SalonCard } from './salon-card.ts';

/** Logo and name, leading to the salon's page. */
export function SalonName({ salon }: { readonly salon: SalonCard }) {
  return (
    <Link href={salonPath(salon.slug)} className="flex min-h-11 min-w-0 items-center gap-3 font-semibold">
      <Portrait name={salon.name} src={salon.logoUrl} shape="square" className="size-10 text-small" />
      <span className="min-w-0 truncate">{salon.name}</span>
    </Link>
  );
}
