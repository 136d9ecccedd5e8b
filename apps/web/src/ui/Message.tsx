import type { ReactNode } from 'react';
import { Heading } from './Heading.tsx';

/** A page that says one thing: what it is, and what to do. */
export function Message(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-1 flex-col justify-center gap-3 py-16 text-center">
      <Heading>{props.title}</Heading>
      <p className="text-soft">{props.text}</p>
      {props.children ? <div className="mt-3 flex flex-wrap justify-center gap-3">{props.children}</div> : null}
    </div>
  );
}
