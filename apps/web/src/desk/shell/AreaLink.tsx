import type { LucideIcon } from 'lucide-react';
import { Link, useRoute } from 'wouter';
import { classes } from '../../ui/classes.ts';

/** Leads to an area of the desk, and says whether one is there. */
export function AreaLink(props: { readonly href: string; readonly icon: LucideIcon; readonly text: string }) {
  const { href, icon: Icon, text } = props;
  const [within] = useRoute(`${href}/*?`);
  return (
    <Link
      href={href}
      aria-current={within ? 'page' : undefined}
      className={classes(
        'flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-card text-center text-label font-semibold max-narrow:text-[0.6875rem]',
        within ? 'bg-tint text-accent-ink' : 'text-soft hover:bg-sunken hover:text-ink',
      )}
    >
      <Icon aria-hidden className="size-6" />
      {text}
    </Link>
  );
}
