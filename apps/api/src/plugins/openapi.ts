import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** OpenAPI 3.1 at /api/openapi.json and pages to try it at /api/docs. */
export async function describeApi(app: FastifyInstance, version: string, publicUrl: string) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Salon booking',
        version,
        description:
          'Free times, booking, and the customer’s own link to see, move or cancel a visit. Errors are problem details ' +
          '(RFC 9457) with a `code`. A booking carries an `Idempotency-Key`: sent again, it answers the same booking.',
      },
      servers: [{ url: publicUrl }],
    },
    transform: withRight,
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    // The pages stand in no frame, as all others, and set styles on elements; scripts stay as strict as elsewhere. Over plain http there is nothing to upgrade to.
    transformStaticCSP: (header) =>
      header
        .replace("frame-ancestors 'self'", "frame-ancestors 'none'")
        .replace("base-uri 'self'", "base-uri 'none'")
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace(publicUrl.startsWith('https://') ? '' : 'upgrade-insecure-requests;', ''),
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
    theme: {
      title: 'Salon booking API',
      css: [{ filename: 'own.css', content: '.swagger-ui .topbar { display: none }' }],
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** A route of the desk says which right it asks for. */
function withRight(described: Parameters<typeof jsonSchemaTransform>[0]) {
  const { schema, url } = jsonSchemaTransform(described);
  const right = described.route.config?.right;
  return { schema: right === undefined ? schema : { ...schema, 'x-right': right }, url };
}

/** Leaves out the schemas nothing refers to: the provider describes each as input and as output. */
function withoutUnused<T extends object>(document: T): T {
  const { components } = document as { components?: { schemas?: Record<string, unknown> } };
  const schemas = components?.schemas ?? {};
  const isUsed = (name: string) => JSON.stringify(document).includes(`"#/components/schemas/${name}"`);
  for (;;) {
    const unused = Object.keys(schemas).filter((name) => !isUsed(name));
    if (unused.length === 0) return document;
    for (const name of unused) delete schemas[name];
  }
}
