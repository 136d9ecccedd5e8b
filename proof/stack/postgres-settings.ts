/**
 * PostgreSQL as a careful operator runs it on a small machine: nothing that is acknowledged can be lost, and the rest is
 * what its manual advises for a server that writes all day. Everything the proof claims is claimed with these.
 */
export const PRODUCTION_SETTINGS: Record<string, string> = {
  // A booking that was answered is on the disk, also after a loss of power.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  max_connections: '100',
  // The hot indexes fit whole; the rest is left to the operating system's cache.
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  // Disks of today find any page almost as fast as the next one.
  random_page_cost: '1.1',

  // Checkpoints by the clock and spread out, instead of one every few seconds under load.
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  max_wal_size: '4GB',
  min_wal_size: '1GB',
  // The page images that follow a checkpoint are most of the log.
  wal_compression: 'pglz',

  // What went wrong in between is to be found in the log afterwards.
  log_lock_waits: 'on',
  log_checkpoints: 'on',
};
