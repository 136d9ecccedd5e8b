import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lookAgainAt } from './look-again.ts';

/** A calendar that somebody looks at; each read of it waits for its answer. */
function looking() {
  const client = new QueryClient();
  const answers: ((visits: number | Error) => void)[] = [];
  const calendar = new QueryObserver<number>(client, {
    queryKey: ['desk', 'elbe', 'calendar', '2026-12-19', 1, null],
    queryFn: () =>
      new Promise((resolve, reject) =>
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
      ),
    retry: false,
  });
  onTestFinished(calendar.subscribe(() => undefined));
  const read = async (nth: number, answer: number | Error) => {
    await vi.waitFor(() => expect(answers).toHaveLength(nth));
    answers[nth - 1]?.(answer);
  };
  return { client, answers, calendar, read };
}

test('a change that comes while a calendar is read for the first time is seen', async () => {
  const { client, calendar, read } = looking();
  const looked = lookAgainAt(client, 'elbe', ['2026-12-19'], true);
  await read(1, 1);
  await read(2, 2);
  await looked;
  expect(calendar.getCurrentResult().data).toBe(2);
});

test('a calendar that could not be read goes on saying so while nothing is heard, and is read once something is', async () => {
  const { client, answers, calendar, read } = looking();
  await read(1, new Error('down'));
  await vi.waitFor(() => expect(calendar.getCurrentResult().isError).toBe(true));
  await lookAgainAt(client, 'elbe', 'all', false);
  expect(calendar.getCurrentResult().isError).toBe(true);
  expect(answers).toHaveLength(1);
  const looked = lookAgainAt(client, 'elbe', 'all', true);
  await read(2, 2);
  await looked;
  expect(calendar.getCurrentResult().data).toBe(2);
});
