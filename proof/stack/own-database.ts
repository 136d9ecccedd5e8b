import { type EmbeddedPostgres, startEmbedded } from '@salon/db/embedded/server';
import { makeDataFolder } from '@salon/db/test/data-folder';
import type { UndoStack } from './undo-stack.ts';

/** An empty database in a folder of its own; `undo` gets what ends both, also while it is still starting. */
export async function ownDatabase(
  undo: UndoStack,
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres & { dataDir: string }> {
  const { dataDir, remove } = makeDataFolder();
  undo.add(remove);
  const starting = startEmbedded({ dataDir, settings });
  undo.add(() =>
    starting.then(
      (server) => server.stop(),
      () => {},
    ),
  );
  return { ...(await starting), dataDir };
}
