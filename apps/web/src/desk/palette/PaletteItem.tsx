import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components/Menu';

export type Found = {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly text: string;
  readonly more?: string | undefined;
  readonly path: string;
};

/** What was found of one kind. */
export function PaletteSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <MenuSection>
      <Header className="px-3 pt-3 pb-1 text-small text-soft">{title}</Header>
      {children}
    </MenuSection>
  );
}

export function PaletteItem({ found }: { readonly found: Found }) {
  const { id, icon: Icon, text, more } = found;
  return (
    <MenuItem
      id={id}
      textValue={more ? `${text}, ${more}` : text}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-card px-3 py-2 outline-none data-focused:bg-tint"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-soft" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{text}</span>
        {more ? <span className="numbers block truncate text-small text-soft">{more}</span> : null}
      </span>
    </MenuItem>
  );
}
