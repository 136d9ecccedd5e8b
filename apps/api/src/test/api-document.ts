import type { TestApi } from './test-api.ts';

/** A JSON schema, as far as ours use it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One route, as the document of the API describes it. */
export type Operation = {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly right: string | undefined;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly body: Schema | undefined;
};

export type ApiDocument = { readonly operations: readonly Operation[]; resolve(schema: Schema): Schema };

/** The routes the API says it has. */
export async function readDocument(api: TestApi): Promise<ApiDocument> {
  const document = (await api.app.inject('/api/openapi.json')).json();
  const operations = Object.entries<Record<string, Record<string, never>>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]: [string, Record<string, unknown>]) => ({
      id: String(one.operationId),
      method: method.toUpperCase() as Method,
      path,
      right: one['x-right'] as string | undefined,
      parameters: (one.parameters ?? []) as Operation['parameters'],
      body: (one.requestBody as { content?: Record<string, { schema: Schema }> } | undefined)?.content?.[
        'application/json'
      ]?.schema,
    })),
  );
  return {
    operations,
    resolve({ $ref, ...schema }) {
      return $ref === undefined ? schema : document.components.schemas[$ref.split('/').at(-1) ?? ''];
    },
  };
}
