import { startEnvelopeSink } from '@salon/telemetry/test/envelope-sink';
import { startMailServer } from '@salon/worker/test/mail-server';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { startSpanSink } from './span-sink.ts';

export type Listeners = Awaited<ReturnType<typeof startListeners>>;

/** Everybody whom the product tells something: a mail server, and what takes spans and reports. `undo` gets what stops them. */
export async function startListeners(undo: UndoStack) {
  const mails = await startMailServer();
  undo.add(() => mails.stop());
  const spans = await startSpanSink();
  undo.add(spans.stop);
  const reports = await startEnvelopeSink();
  undo.add(reports.stop);
  return { mails, spans, reports };
}
