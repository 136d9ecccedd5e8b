import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { Button } from '../../ui/Button.tsx';
import { DeskProblemNotice, type Refusals } from './DeskProblemNotice.tsx';

/** A form with one thing to do. What was refused stands above its button; what was typed stays. */
export function SendForm<Values extends FieldValues>(props: {
  readonly form: UseFormReturn<Values>;
  /** As `useMutation` returns it. */
  readonly sending: { readonly mutate: (values: Values) => void; readonly isPending: boolean; readonly error: unknown };
  /** What the button does, and what it says while it does it. */
  readonly submit: string;
  readonly pending: string;
  readonly look?: 'solid' | 'soft';
  /** What a refusal means here, where it is not what it always means. */
  readonly refusals?: Refusals;
  /** Beside the button. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { form, sending } = props;
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.isPending) void form.handleSubmit((values) => sending.mutate(values))(event);
      }}
    >
      {props.children}
      {sending.error ? <DeskProblemNotice error={sending.error} refusals={props.refusals} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look={props.look ?? 'solid'} isPending={sending.isPending}>
          {sending.isPending ? props.pending : props.submit}
        </Button>
        {props.beside}
      </div>
    </form>
  );
}
