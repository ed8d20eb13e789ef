/** The queues of the worker. A job's payload holds ids alone, never anything personal. */
export const queues = [
  { name: 'send-mail', retryLimit: 20, retryDelay: 5, expireInSeconds: 120 },
  { name: 'sweep', retryLimit: 2, expireInSeconds: 600 },
] as const

export type QueueName = (typeof queues)[number]['name']
