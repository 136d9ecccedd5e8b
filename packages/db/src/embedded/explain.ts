import { StartError } from './start-error.ts';

/** What initdb, postgres or the file system complained about, as one sentence that says what to do. */
export function explainFailure(complaint: string, cluster: string, log?: string): StartError {
  const first =
    /(?:FATAL|PANIC|error):\s*(.+)/i.exec(complaint)?.[1]?.trim() ?? complaint.trim().split('\n').at(-1) ?? '';
  return new StartError(sentence(complaint, cluster, first, log));
}

const COMPLAINTS: Record<string, string> = {
  ENOSPC: 'No space left on device',
  EACCES: 'Permission denied',
  EPERM: 'Permission denied',
  EROFS: 'Read-only file system',
  ENOTDIR: 'Not a directory',
  EEXIST: 'Not a directory', // what making a folder says when a file has its name
};

/** A file system error on the way to the database, explained; anything else as it was. */
export function explainSystemError(error: unknown, path: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  // Making a folder and its parents on a read-only disk ends with ENOENT in Node.
  const complaint = code === 'ENOENT' && syscall === 'mkdir' ? COMPLAINTS.EROFS : COMPLAINTS[code];
  return complaint ? explainFailure(`error: ${complaint}`, path) : error;
}

function sentence(complaint: string, cluster: string, first: string, log?: string): string {
  const elsewhere = 'choose another folder with DATA_DIR';
  if (/No space left on device|Check free disk space|wrote only/i.test(complaint)) {
    return `The disk that holds ${cluster} is full: free some space and start again.`;
  }
  if (/Read-only file system/i.test(complaint)) return `${cluster} lies on a read-only disk: ${elsewhere}.`;
  if (/Not a directory/i.test(complaint)) {
    return `${cluster} cannot be made because something on the way is a file: move it away or ${elsewhere}.`;
  }
  if (/wrong ownership|Permission denied/i.test(complaint)) {
    return `No permission to use ${cluster}: start as the user it belongs to, or ${elsewhere}.`;
  }
  if (/Cannot allocate memory|could not (map|create) .*shared memory/i.test(complaint)) {
    return `There is not enough memory for PostgreSQL (${first}): close other programs and start again.`;
  }
  const where = log ? `; the log is ${log}` : '';
  return `The database in ${cluster} cannot be opened (${first})${where}: restore a backup, or move the folder away to begin with an empty one.`;
}
