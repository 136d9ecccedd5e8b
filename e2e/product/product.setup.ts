import type { TestProject } from 'vitest/node';
import { undoStack } from '../../proof/stack/undo-stack.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { type Product, startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    product: Product;
    browser: string;
  }
}

/** One product and one browser for all stories of a run. */
export default async function setup({ provide }: TestProject) {
  const undo = undoStack();
  try {
    provide('browser', await findBrowser());
    provide('product', await startProduct(undo));
  } catch (error) {
    await undo.undo();
    throw error;
  }
  return undo.undo;
}
