import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useLocation } from 'wouter';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { PaletteItem, PaletteSection } from './PaletteItem.tsx';
import { useFound } from './use-found.ts';

/** One field for everything: type a name, a day or what you want, and Enter takes you there. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const { kinds, searching, failed } = useFound(typed);
  const choose = (id: string) => {
    const found = kinds.flatMap((kind) => kind.found).find((one) => one.id === id);
    if (!found) return;
    onClose();
    navigate(found.path);
  };
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center dims tablet:p-6 tablet:pt-[10vh]"
    >
      <Modal className="flex h-full w-full max-w-xl flex-col overflow-hidden bg-surface shadow-float tablet:h-auto tablet:max-h-[70vh] tablet:rounded-card">
        <Dialog aria-label={t.palette.title} className="min-h-0 flex-1 scroll-pt-16 overflow-y-auto outline-none">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <div className="sticky top-0 z-10 flex items-center gap-2 border-line border-b bg-surface pr-2">
              <SearchField aria-label={t.palette.field} autoFocus className="relative flex min-w-0 flex-1 items-center">
                <Search aria-hidden className="pointer-events-none absolute left-4 size-5 text-soft" />
                <Input
                  placeholder={t.palette.field}
                  autoCapitalize="none"
                  enterKeyHint="go"
                  className="h-14 w-full bg-transparent pl-12 text-body outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
                />
              </SearchField>
              <button
                type="button"
                onClick={onClose}
                className="flex min-h-11 shrink-0 cursor-pointer items-center rounded-card px-3 text-small text-soft hover:bg-sunken"
              >
                {t.shell.close}
              </button>
            </div>
            <Menu
              aria-label={t.palette.found}
              onAction={(id) => choose(String(id))}
              className="p-2 outline-none"
              renderEmptyState={() => (
                <p className="px-3 py-6 text-center text-soft">
                  {searching ? t.palette.searching : failed ? t.palette.failed : t.palette.nothing}
                </p>
              )}
            >
              {kinds.map(({ kind, found }) => (
                <PaletteSection key={kind} title={t.palette.kinds[kind]}>
                  {found.map((one) => (
                    <PaletteItem key={one.id} found={one} />
                  ))}
                </PaletteSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
