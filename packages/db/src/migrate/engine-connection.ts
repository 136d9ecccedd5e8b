import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, DriverAdapterError, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const OID_CHAR = 18;
const OID_TEXT = 25;

/**
 * A connection for the schema engine. Prisma's adapter is made for the client and lacks two things the engine needs:
 * whole scripts (it cuts them at every `;`, also inside function bodies) and the type "char" of the catalogue.
 */
export async function connectEngine(url: string, onDispose?: () => Promise<void>): Promise<SqlDriverAdapter> {
  // One connection, so that what the engine sets on its session stays.
  const adapter = await new PrismaPg({ connectionString: url, max: 1, idleTimeoutMillis: 0 }).connect();
  const dispose = adapter.dispose.bind(adapter);
  let disposed = false;
  readCharColumns(adapter);
  return Object.assign(adapter, {
    async executeScript(script: string) {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        throw adapterError(error as pg.DatabaseError);
      }
    },
    async dispose() {
      if (disposed) return;
      disposed = true;
      await dispose();
      await onDispose?.();
    },
  });
}

/** The adapter throws on "char", and the engine panics when it gets text instead: read as text, reported as Character. */
function readCharColumns(adapter: SqlDriverAdapter): void {
  const inner = adapter as unknown as { performIO(query: SqlQuery): Promise<pg.QueryArrayResult> };
  const performIO = inner.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const charColumns = new WeakMap<object, number[]>();
  inner.performIO = async (query) => {
    const result = await performIO(query);
    const columns = result.fields.flatMap((field, index) => (field.dataTypeID === OID_CHAR ? [index] : []));
    for (const field of result.fields) if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_TEXT;
    charColumns.set(result.rows, columns);
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

function adapterError(error: pg.DatabaseError): DriverAdapterError {
  const { code, message, severity, detail, column, hint } = error;
  return new DriverAdapterError({
    kind: 'postgres',
    originalCode: code ?? 'N/A',
    originalMessage: message,
    code: code ?? 'N/A',
    severity: severity ?? 'N/A',
    message,
    detail,
    column,
    hint,
  });
}
