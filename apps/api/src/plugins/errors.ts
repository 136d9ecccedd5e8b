import { ERRORS, type ErrorCode, type Problem } from '@salon/contracts/errors';
import { OverloadedError } from '@salon/db/write-statement';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError } from '../errors/app-error.ts';

/** What a code means in Fastify's own refusals. */
const CODE_OF_STATUS: Record<number, ErrorCode> = {
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
};

/** One shape for every failure: RFC 9457, a code of the closed list, nothing of our insides. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new AppError('not_found', 'There is nothing at this address.')),
  );
}

/** Answers whatever was thrown; also for what Fastify refuses before there is a route. */
export function refuse(thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  return sendProblem(request, reply, asAppError(thrown, request));
}

function asAppError(thrown: unknown, request: FastifyRequest): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof OverloadedError) {
    request.log.warn({ reason: thrown.message }, 'overloaded');
    return new AppError('overloaded', 'Too much is going on right now. Try again in a moment.', { retryAfter: 2 });
  }
  const error = thrown as FastifyError;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const context = error.validationContext;
    return new AppError('invalid_request', 'Some of the request is not as it should be; see errors.', {
      errors: error.validation.map((issue) => ({
        path: `${context === 'body' ? '' : `${context}.`}${issue.instancePath.slice(1).replaceAll('/', '.')}`,
        message: issue.message ?? 'is not valid',
      })),
    });
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return new AppError(CODE_OF_STATUS[status] ?? 'invalid_request', error.message);
  }
  request.log.error({ err: error }, 'request failed');
  return new AppError('internal', 'Something went wrong on our side. Quote the request id if you tell us.');
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError) {
  const { status, title } = ERRORS[error.code];
  const { retryAfter, errors, alternatives, estimatedRecovery } = error.extras;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code: error.code,
    detail: error.message,
    requestId: request.id,
    ...(errors ? { errors: [...errors] } : {}),
    ...(alternatives ? { alternatives: [...alternatives] } : {}),
    ...(estimatedRecovery !== undefined ? { estimatedRecovery } : {}),
  };
  return reply.status(status).type('application/problem+json').serializer(JSON.stringify).send(problem);
}
