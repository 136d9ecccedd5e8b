import type { Conflict, DeskVisit } from '@salon/contracts/desk/visit';

/** What has to be asked, or told, before a write goes on; `answer` ends it. */
export type Question =
  /** Whether the customer is told; null: not at all any more. */
  | { readonly kind: 'mail'; readonly visit: DeskVisit; readonly answer: (choice: boolean | null) => void }
  | {
      readonly kind: 'conflict';
      readonly conflicts: readonly Conflict[];
      readonly answer: (anyway: boolean) => void;
    }
  /** Somebody else was faster; nothing is overwritten. */
  | { readonly kind: 'changed'; readonly visitId: string; readonly answer: () => void };

/** Questions, one after the other: never one upon another. */
export function questions() {
  let waiting: readonly Question[] = [];
  const listeners = new Set<() => void>();
  const become = (next: readonly Question[]) => {
    waiting = next;
    for (const listener of listeners) listener();
  };
  return {
    /** The one to be answered now. */
    current: (): Question | undefined => waiting[0],
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Asks, and resolves with the answer. */
    ask<Answer>(make: (answer: (choice: Answer) => void) => Question): Promise<Answer> {
      return new Promise((resolve) => {
        const question: Question = make((choice) => {
          become(waiting.filter((one) => one !== question));
          resolve(choice);
        });
        become([...waiting, question]);
      });
    },
  };
}
