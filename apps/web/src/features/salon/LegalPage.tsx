import { useQuery } from '@tanstack/react-query';
import { usePageTitle } from '../../app/page-title.ts';
import { salonPath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { isLink, type LegalKind } from './LegalLinks.tsx';
import { SalonFrame } from './SalonFrame.tsx';
import { SalonProblem } from './SalonProblem.tsx';
import { SalonSkeleton } from './SalonSkeleton.tsx';
import { salonQuery } from './salon.queries.ts';

/** A legal text of a salon, as the salon wrote it. */
export function LegalPage({ slug, kind }: { readonly slug: string; readonly kind: LegalKind }) {
  const { data, error, refetch } = useQuery(salonQuery(slug));
  if (!data) return error ? <SalonProblem error={error} retry={() => void refetch()} /> : <SalonSkeleton />;
  const text = data.salon.legal[kind];
  return (
    <SalonFrame salon={data.salon} legal={data.salon.legal}>
      <LegalText kind={kind} text={text} salon={data.salon.name} lang={data.salon.locale} slug={slug} />
    </SalonFrame>
  );
}

function LegalText(props: {
  readonly kind: LegalKind;
  readonly text: string | null;
  readonly salon: string;
  readonly lang: string;
  readonly slug: string;
}) {
  const { t } = useSpeech();
  const name = t.shell.legal[props.kind];
  usePageTitle(`${name} · ${props.salon}`);
  return (
    <article className="max-w-2xl space-y-6 pt-4">
      <Heading>{name}</Heading>
      {props.text !== null && isLink(props.text) ? (
        <p>
          <a href={props.text} rel="noreferrer" className="text-accent-ink underline underline-offset-4">
            {props.text}
          </a>
        </p>
      ) : (
        <p lang={props.lang} className="whitespace-pre-line">
          {props.text}
        </p>
      )}
      <LinkButton href={salonPath(props.slug)} look="soft">
        {t.shell.toBooking}
      </LinkButton>
    </article>
  );
}
