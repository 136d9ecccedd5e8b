import { useSpeech } from '../i18n/Speech.tsx';
import type { ApiProblem } from '../lib/http.ts';

/** The number under which a fault can be found by whoever runs the product. */
export function ApiProblemNumber({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useSpeech();
  return <p className="text-small text-soft">{t.shell.requestId({ id: problem.problem.requestId })}</p>;
}
