import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Alone } from '../shell/Alone.tsx';

/** How something ended that a mail began, and the one way on. */
export function Done(props: {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly next: string;
}) {
  return (
    <Alone title={props.title}>
      <Heading>{props.title}</Heading>
      <p className="text-soft">{props.text}</p>
      <div>
        <LinkButton href={props.href}>{props.next}</LinkButton>
      </div>
    </Alone>
  );
}
