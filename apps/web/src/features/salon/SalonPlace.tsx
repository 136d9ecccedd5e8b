import { MapPin } from 'lucide-react';
import { addressLine, mapLink, type SalonCard } from './salon-card.ts';

/** Where the salon is, leading to the map; its name alone where it gave no address. */
export function SalonPlace({ salon }: { readonly salon: Pick<SalonCard, 'name' | 'address'> }) {
  const address = addressLine(salon);
  if (address === undefined) return <p className="font-semibold">{salon.name}</p>;
  return (
    <a
      href={mapLink(salon)}
      target="_blank"
      rel="noreferrer"
      className="flex min-h-11 items-start gap-2 underline decoration-line underline-offset-4 hover:decoration-current"
    >
      <MapPin aria-hidden className="mt-0.5 size-5 shrink-0 text-soft" />
      <span className="min-w-0">
        <span className="block font-semibold">{salon.name}</span>
        {address}
      </span>
    </a>
  );
}
