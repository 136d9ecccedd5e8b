import type { ReactNode } from 'react';
import { ProblemNotice } from '../../app/ProblemNotice.tsx';
import { ApiProblem } from '../../lib/http.ts';

/** Why times could not be read, and what to do about it; what that is for too many ways to combine services, its caller knows. */
export function TimesProblem(props: {
  readonly error: unknown;
  readonly retry: () => void;
  readonly retrying?: boolean;
  readonly tooComplex: ReactNode;
}) {
  const { tooComplex, ...problem } = props;
  return isTooComplex(problem.error) ? tooComplex : <ProblemNotice {...problem} />;
}

/** Whether there are too many ways to combine the services that times were asked for. */
export const isTooComplex = (error: unknown) => error instanceof ApiProblem && error.code === 'basket_too_complex';
