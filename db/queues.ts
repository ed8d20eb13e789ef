/**
 * The queues of the worker. A job's payload holds ids alone, never anything personal. Jobs only wake the worker: what is
 * to be done stands in the tables, so a lost or doubled job changes nothing.
 */
export const queues = [
  // At most one job waits for a mail; its key is the mail's id.
  {
    name: 'send-mail',
    policy: 'short',
    retryLimit: 3,
    retryDelay: 30,
    expireInSeconds: 240,
    deleteAfterSeconds: 3_600,
  },
  // Who asks for a code waits for it.
  {
    name: 'make-code',
    policy: 'short',
    retryLimit: 3,
    retryDelay: 5,
    expireInSeconds: 60,
    deleteAfterSeconds: 3_600,
  },
  // One at a time; after a kill the next one starts once this has expired. Two at once would do no harm.
  { name: 'sweep', policy: 'exclusive', retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 3_600 },
  // Compares the data folder with the tables. A queue of its own: reminders do not wait for it.
  { name: 'sweep-files', policy: 'exclusive', retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 3_600 },
] as const

export type QueueName = (typeof queues)[number]['name']
