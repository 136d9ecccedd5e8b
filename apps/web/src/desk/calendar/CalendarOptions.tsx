import { SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { ChangeView } from './use-view-state.ts';
import { STATUSES, type View, type ViewState, ZOOMS } from './view-state.ts';

/** Who and what is shown, and how large. */
export function CalendarOptions(props: {
  readonly view: View;
  readonly state: ViewState;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly hasStations: boolean;
  readonly change: ChangeView;
}) {
  const { t } = useDeskSpeech();
  const { view, state, staff, change } = props;
  const isGrid = view === 'day' || view === 'week';
  const isFiltered = (view !== 'week' && state.staff.length > 0) || state.statuses.length > 0;
  const set = (changes: Partial<ViewState>) => change(changes, { replace: true });
  return (
    <DialogTrigger>
      <Button
        aria-label={isFiltered ? `${t.calendar.options}. ${t.calendar.filtered}` : t.calendar.options}
        className={classes(
          'relative flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card hover:bg-sunken',
          isFiltered && 'text-accent-ink',
        )}
      >
        <SlidersHorizontal aria-hidden className="size-5" />
        {isFiltered ? <span aria-hidden className="absolute top-2 right-2 size-2.5 rounded-full bg-accent" /> : null}
      </Button>
      <Popover
        placement="bottom end"
        className="w-80 max-w-[calc(100vw-1rem)] overflow-auto rounded-card border border-line bg-surface p-4 shadow-float"
      >
        <Dialog aria-label={t.calendar.options} className="space-y-4 outline-none">
          {staff.length > 1 && view !== 'week' ? <People {...props} /> : null}
          {view === 'month' ? null : (
            <fieldset>
              <legend className="font-semibold">{t.calendar.status}</legend>
              <p className="text-small text-soft">{t.calendar.statusFilter}</p>
              <div className="grid grid-cols-2 gap-x-3">
                {STATUSES.map((one) => (
                  <Checkbox
                    key={one}
                    label={t.calendar.statuses[one]}
                    checked={state.statuses.length === 0 || state.statuses.includes(one)}
                    onChange={(on) => set({ statuses: toggled(STATUSES, state.statuses, one, on) })}
                  />
                ))}
              </div>
            </fieldset>
          )}
          {isGrid ? (
            <div>
              {props.hasStations && view === 'day' ? (
                <Switch label={t.calendar.stations} on={state.stations} onChange={(stations) => set({ stations })} />
              ) : null}
              <Switch label={t.calendar.allHours} on={state.allHours} onChange={(allHours) => set({ allHours })} />
              <div className="flex items-center justify-between gap-3 tablet:hidden">
                <span>{t.calendar.zoom}</span>
                <span className="flex gap-2">
                  <Step text="−" label={t.calendar.zoomOut} to={state.zoom - 1} />
                  <Step text="+" label={t.calendar.zoomIn} to={state.zoom + 1} />
                </span>
              </div>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );

  function Step({ text, label, to }: { readonly text: string; readonly label: string; readonly to: number }) {
    return (
      <Button
        aria-label={label}
        isDisabled={to < 0 || to >= ZOOMS.length}
        onPress={() => set({ zoom: to })}
        className="size-11 cursor-pointer rounded-card border border-edge text-title data-disabled:opacity-40"
      >
        {text}
      </Button>
    );
  }
}

function People(props: Parameters<typeof CalendarOptions>[0]) {
  const { t } = useDeskSpeech();
  const { state, staff, change } = props;
  const ids = staff.map(({ id }) => id);
  return (
    <fieldset>
      <legend className="flex w-full items-center justify-between gap-3 font-semibold">
        {t.calendar.people}
        <Button
          isDisabled={state.staff.length === 0}
          onPress={() => change({ staff: [] }, { replace: true })}
          className="min-h-11 cursor-pointer rounded-card px-2 text-accent-ink text-small data-disabled:opacity-40"
        >
          {t.calendar.everybody}
        </Button>
      </legend>
      {staff.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={state.staff.length === 0 || state.staff.includes(id)}
          onChange={(on) => change({ staff: toggled(ids, state.staff, id, on) }, { replace: true })}
        />
      ))}
    </fieldset>
  );
}

/** All of a list are chosen while none is named; so unticking one names all others, and ticking the last of them none. */
function toggled<T>(all: readonly T[], chosen: readonly T[], one: T, on: boolean): T[] {
  const before = chosen.length === 0 ? all : chosen;
  const after = all.filter((each) => (each === one ? on : before.includes(each)));
  return after.length === all.length ? [] : after;
}
