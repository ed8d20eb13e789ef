'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { resendMail } from '@/lib/mail/resend-mail'

export const resend = staffAction((ctx, input) => execute(resendMail, ctx, input))
