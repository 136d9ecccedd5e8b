import { fileURLToPath } from 'node:url';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { launch } from './browser/browser.ts';
import { findBrowser } from './browser/find-browser.ts';
import { walkWithBasket } from './pictures/basket-walk.ts';
import { camera } from './pictures/camera.ts';
import { walkAtDesk } from './pictures/desk-walk.ts';
import { lookInEnglish, walkThrough } from './pictures/walk.ts';
import { startProduct } from './product/product.ts';

const FOLDER = fileURLToPath(new URL('../docs/images/page', import.meta.url));

// Takes the pictures of docs/images/page anew, from the product as it is.
await entry(() =>
  thenUndo(async (undo) => {
    const program = await findBrowser();
    const product = await startProduct(undo);
    const { baseUrl } = product;
    const browser = await launch(program);
    undo.add(() => browser.close());
    const take = camera(FOLDER, (line) => console.log(line));
    await walkAtDesk(browser, product, take);
    await walkWithBasket(browser, baseUrl, take);
    await walkThrough(browser, baseUrl, take);
    await lookInEnglish(browser, baseUrl, take);
  }),
);
