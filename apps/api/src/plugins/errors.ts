import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { ALL_ERRORS, type AnyErrorCode, type DeskProblem } from '@salon/contracts/desk/errors';
import { OverloadedError } from '@salon/db/write-statement';
import { errorOf } from '@salon/reports/error-of';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { protectiveHeaders } from '../edge/headers.ts';
import { AppError } from '../errors/app-error.ts';

/** What a code means in Fastify's own refusals. */
const CODE_OF_STATUS: Record<number, AnyErrorCode> = {
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
};

/** One shape for every failure: RFC 9457, a code of the closed list, nothing of our insides. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler(refuse);
  app.addHook('onRequest', async ({ headers, raw }) => {
    if (headers.host === undefined && raw.httpVersion === '1.1') {
      throw new AppError('invalid_request', 'A request of HTTP/1.1 names its host.');
    }
  });
}

export const nothingHere = () => new AppError('not_found', 'There is nothing at this address.');

/** Answers an address that leads nowhere. */
export function refuseNowhere(request: FastifyRequest, reply: FastifyReply) {
  return refuse(nothingHere(), request, reply);
}

/** Answers whatever was thrown; also for what Fastify refuses before there is a route. */
export function refuse(thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  return sendProblem(request, reply, asAppError(thrown, request));
}

/** What cannot even be read as HTTP (a header too long, a broken request line) gets the same shape, then goodbye. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const requestId = randomUUID();
  const { title } = ALL_ERRORS.invalid_request;
  const detail = 'This could not be read as an HTTP request.';
  const problem = {
    type: 'about:blank',
    title,
    status: Number.parseInt(status, 10),
    code: 'invalid_request',
    detail,
    requestId,
  };
  const body = JSON.stringify(problem);
  const head = [
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    ...[...protectiveHeaders({}, false)].map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\nconnection: close\r\n\r\n${body}`);
}

/** What was thrown as the refusal it means; what nobody foresaw is logged, and kept for whoever reports it. */
export function asAppError(thrown: unknown, request: FastifyRequest): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof OverloadedError) {
    request.fault = thrown;
    request.log.warn({ reason: thrown.message }, 'overloaded');
    return new AppError('overloaded', 'Too much is going on right now. Try again in a moment.', { retryAfter: 2 });
  }
  const error = errorOf(thrown) as FastifyError;
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
    // What Fastify says of a bad address repeats it, and with it perhaps a token.
    const detail = error.code === 'FST_ERR_BAD_URL' ? 'This address is not one.' : error.message;
    return new AppError(CODE_OF_STATUS[status] ?? 'invalid_request', detail);
  }
  request.fault = error;
  request.log.error({ err: error }, 'request failed');
  return new AppError('internal', 'Something went wrong on our side. Quote the request id if you tell us.');
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError) {
  const { status, title } = ALL_ERRORS[error.code];
  request.problem = error.code;
  const { retryAfter, errors, alternatives, conflicts, visits, total, estimatedRecovery, salon } = error.extras;
  // Also where no hook of ours ran: Fastify refuses some addresses before there is a route.
  reply.header('x-request-id', request.id);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  const problem: DeskProblem = {
    type: 'about:blank',
    title,
    status,
    code: error.code,
    detail: error.message,
    requestId: request.id,
    ...(errors ? { errors: [...errors] } : {}),
    ...(alternatives ? { alternatives: [...alternatives] } : {}),
    ...(conflicts ? { conflicts: [...conflicts] } : {}),
    ...(visits ? { visits: [...visits] } : {}),
    ...(total !== undefined ? { total } : {}),
    ...(estimatedRecovery !== undefined ? { estimatedRecovery } : {}),
    ...(salon ? { salon } : {}),
  };
  return reply.status(status).type('application/problem+json').serializer(JSON.stringify).send(problem);
}
