import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import { connectEngine } from './engine-connection.ts';
import { connectShadowDatabase } from './shadow-database.ts';

/** The engine and the way to close it: it keeps its connections, and with them a session lock, until that is called. */
export type OpenEngine = { engine: wasm.SchemaEngine; close(): Promise<void> };

let loading: Promise<void> | undefined;

/** Prisma's schema engine in its WebAssembly build, talking through node-postgres: no native binary to download. */
export async function openEngine(url: string, files: SchemaContainer[]): Promise<OpenEngine> {
  loading ??= loadWasm();
  await loading;
  const open = new Set<SqlDriverAdapter>();
  const keep = async (adapter: Promise<SqlDriverAdapter>) => {
    open.add(await adapter);
    return adapter;
  };
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => keep(connectEngine(url)),
    connectToShadowDb: () => keep(connectShadowDatabase(url)),
  });
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const engine = await wasm.SchemaEngine.new({ datamodels }, () => {}, factory);
  return {
    engine,
    async close() {
      engine.free();
      await Promise.all([...open].map((adapter) => adapter.dispose()));
    },
  };
}

// TypeScript has WebAssembly only among the browser's types; this is the little we need of it.
type WebAssemblyApi = {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

async function loadWasm(): Promise<void> {
  const world = globalThis as unknown as { PRISMA_WASM_PANIC_REGISTRY?: object; WebAssembly: WebAssemblyApi };
  // Without this a panic of the engine shows as a TypeError about the missing registry.
  world.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message: string) => console.error('The schema engine panicked:', message),
  };
  // Not import.meta.resolve: the test runner's modules have none.
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const imports: Record<string, unknown> = { ...wasm };
  for (const name of Object.keys(imports)) {
    // The engine never clears the 10 s timer of its lock; referenced, it would hold the process open that long.
    if (name.startsWith('__wbg_setTimeout')) {
      imports[name] = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref();
    }
  }
  const { instance } = await world.WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': imports,
  });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
