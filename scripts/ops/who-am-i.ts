import { hostname, userInfo } from 'node:os';

/** Somebody on some machine, as the trail remembers her unless she gives her name. */
export function whoAmI(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // a user that the machine has no name for
    return `user ${process.getuid?.() ?? ''}@${hostname()}`;
  }
}
