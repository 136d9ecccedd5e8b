import type { DeskProblem } from '@salon/contracts/desk/errors';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { isRefused, refusalOf } from '../lib/desk-http.ts';

type Options<Wish, Answer> = {
  readonly send: (wish: Wish, confirm: boolean) => Promise<Answer>;
  /** Comes before what is shown is read anew. */
  readonly onSaved?: (answer: Answer, wish: Wish) => void;
  /** Fields the API finds wrong, as paths into what was sent. */
  readonly onWrong?: (paths: readonly string[]) => void;
  /** What is said when it is done. */
  readonly done?: string;
};

export type Saving<Wish = unknown> = {
  readonly save: (wish: Wish) => void;
  readonly isPending: boolean;
  /** Why it is not saved, but for visits that are affected. */
  readonly error: unknown;
  /** The visits it would affect: to be looked at before it is done all the same. */
  readonly affected: Pick<DeskProblem, 'visits' | 'total'> | undefined;
  readonly confirm: () => void;
  readonly leave: () => void;
  /** Has what is shown read anew: somebody else has changed it. */
  readonly readAnew: () => void;
};

/** Saves a part of the set-up. Where booked visits are affected, they are shown before it is sent once more, confirmed. */
export function useSaving<Wish, Answer>(options: Options<Wish, Answer>): Saving<Wish> {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Wish>();
  const mutation = useMutation({
    mutationFn: ({ wish, confirm }: { wish: Wish; confirm: boolean }) => options.send(wish, confirm),
    async onSuccess(answer, { wish }) {
      setAsked(undefined);
      options.onSaved?.(answer, wish);
      showToast({ text: options.done ?? t.shell.saved });
      await readAnew();
    },
    onError(error, { wish }) {
      if (isRefused(error, 'visits_affected')) setAsked(() => wish);
      const paths = refusalOf(error)?.errors?.map(({ path }) => path) ?? [];
      if (paths.length > 0) options.onWrong?.(paths);
    },
  });
  const readAnew = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['desk', salon.id] }),
      queries.invalidateQueries({ queryKey: ['desk'], exact: true }),
    ]);
  const isAsked = asked !== undefined && isRefused(mutation.error, 'visits_affected');
  return {
    save: (wish) => mutation.mutate({ wish, confirm: false }),
    isPending: mutation.isPending,
    error: isRefused(mutation.error, 'visits_affected') ? null : mutation.error,
    affected: isAsked ? refusalOf(mutation.error) : undefined,
    confirm: () => {
      if (asked !== undefined) mutation.mutate({ wish: asked, confirm: true });
    },
    leave: () => setAsked(undefined),
    readAnew: () => void readAnew(),
  };
}
