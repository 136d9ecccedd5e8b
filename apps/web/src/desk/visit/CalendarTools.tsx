import { Ellipsis, Hourglass, Plus } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { MenuItem, MenuOf } from '../../ui/Menu.tsx';
import type { ChangeView } from '../calendar/use-view-state.ts';
import { FeedButton } from '../feed/FeedButton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { blank, type Panel, writePanel } from './panel.ts';

const ICON = 'flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card hover:bg-sunken';

/** On a phone where the thumb is, above the areas. */
const NEW =
  'min-h-11 px-4 py-2 max-tablet:fixed max-tablet:right-4 max-tablet:bottom-[calc(var(--desk-bottom)+1rem)] max-tablet:z-20 ' +
  'max-tablet:size-14 max-tablet:rounded-full max-tablet:p-0 max-tablet:shadow-float';

/** What can be done with a day: what is new, where there is room, a new visit, time to be blocked, somebody ill. */
export function CalendarTools({ change }: { readonly change: ChangeView }) {
  const { t } = useDeskSpeech();
  const { can } = useDesk();
  const words = t.visit.tools;
  const open = (panel: Panel) => change({ visit: null, panel: writePanel(panel) });
  return (
    <div className="ml-auto flex items-center gap-1">
      <FeedButton onPress={() => open({ kind: 'feed' })} />
      <AriaButton
        aria-label={words.gaps}
        onPress={() => open({ kind: 'gaps' })}
        className={classes(ICON, can('changeVisits') && 'hidden desk:flex')}
      >
        <Hourglass aria-hidden className="size-5" />
      </AriaButton>
      {can('changeVisits') ? (
        <>
          <MenuOf
            label={words.more}
            button={
              <AriaButton aria-label={words.more} className={ICON}>
                <Ellipsis aria-hidden className="size-5" />
              </AriaButton>
            }
          >
            <MenuItem text={words.gaps} onAction={() => open({ kind: 'gaps' })} />
            <MenuItem text={words.block} onAction={() => open(blank('block'))} />
            {can('decideTimeOff') ? <MenuItem text={words.ill} onAction={() => open({ kind: 'ill' })} /> : null}
          </MenuOf>
          <Button onPress={() => open(blank('new'))} className={NEW}>
            <Plus aria-hidden className="size-5" />
            <span className="max-tablet:sr-only">{words.newVisit}</span>
          </Button>
        </>
      ) : null}
    </div>
  );
}
