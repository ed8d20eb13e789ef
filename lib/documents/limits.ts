/**
 * What a file may be: 10 MB, and one of the kinds that a scan, a photograph or a signature comes in (`kinds.ts`). How many a
 * form takes stands in `lib/requests/schemas.ts`, a case in `lib/correspondence/send-message.ts`, a source and the portal in `room.ts`.
 */
export const fileLimits = {
  bytes: 10 * 1024 * 1024,
  accept: '.pdf,.jpg,.jpeg,.png,.heic,.heif,.avif,.webp,.tif,.tiff,.sig,.p7s,.p7m',
} as const
