import { expect, test } from 'vitest';
import { thenUndo, undoStack } from './undo-stack.ts';

test('what was started last ends first, and a step that fails keeps no other from ending', async () => {
  const ended: string[] = [];
  const undo = undoStack();
  for (const name of ['folder', 'database', 'api']) {
    undo.add(() => {
      ended.push(name);
      if (name !== 'folder') throw new Error(`${name} does not end`);
    });
  }
  await expect(undo.undo()).rejects.toThrow('api does not end');
  expect(ended).toEqual(['api', 'database', 'folder']);
  await undo.undo();
  expect(ended).toHaveLength(3);
});

test('who asks while it ends waits for that, and what came meanwhile is ended too', async () => {
  const ended: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const undo = undoStack();
  undo.add(async () => {
    undo.add(() => void ended.push('late'));
    await promise;
    ended.push('slow');
  });
  const both = Promise.all([undo.undo(), undo.undo()]);
  resolve();
  await both;
  expect(ended).toEqual(['slow', 'late']);
});

test('work that fails is undone, and its failure told', async () => {
  const ended: string[] = [];
  const work = thenUndo(async (undo) => {
    undo.add(() => void ended.push('database'));
    throw new Error('no room');
  });
  await expect(work).rejects.toThrow('no room');
  expect(ended).toEqual(['database']);
});
