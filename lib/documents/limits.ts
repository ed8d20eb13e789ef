const MB = 1024 * 1024

/**
 * What people may upload, and how much: here and nowhere else. A file is 10 MB at most, of one of the kinds that a scan, a
 * photograph or a signature comes in (`kinds.ts` looks at what it is). What a whole request of the web may bring, files or
 * not, is the door's (`app/_door/limits.ts`).
 */
export const fileLimits = {
  bytes: 10 * MB,
  accept: '.pdf,.jpg,.jpeg,.png,.heic,.heif,.avif,.webp,.tif,.tiff,.sig,.p7s,.p7m',
  /** In one form, or one message. */
  perForm: 5,
  /** In a case with all of its messages: more than any paper of it, less than a disk. */
  perCase: 50,
} as const

/**
 * How much may wait to be filed: of one source; in all; and of one source that nobody else's uploads may take away, the files
 * of one request. Uploads that are filed wait no more, nor do those a day old that no saved form keeps.
 */
export const roomLimits = {
  source: { files: 100, bytes: 500 * MB },
  all: { bytes: 5_000 * MB },
  ensured: { files: fileLimits.perForm, bytes: fileLimits.perForm * fileLimits.bytes },
} as const
