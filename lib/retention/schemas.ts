import { erasureGrounds } from '@/db/enums'
import { z } from 'zod/mini'

/** What a lead says before the data of a request go for good. */
export const eraseRequestSchema = z.object({
  requestId: z.uuid(),
  ground: z.enum(erasureGrounds, 'required'),
  sure: z.literal(true, 'required'),
})
