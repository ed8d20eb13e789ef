import { emailKey } from '@/lib/text/email'
import { atMost, requiredEmail, requiredLine, requiredName } from '@/lib/text/fields'
import { z } from 'zod/mini'

/** What somebody types to sign in: whether it is an address at all is not said. */
export const typedAddress = requiredLine(254).check(z.overwrite(emailKey))

/** An address as mail is sent to it, in lower case: what one signs in with. */
export const emailSchema = requiredEmail().check(z.overwrite(emailKey))

/** What colleagues call the person. */
export const nameSchema = requiredName(200)

const PASSWORD_LEAST = 10
const PASSWORD_MOST = 200

/** Long enough, and any signs at all: no rule makes anybody write it down. Whether it is a common one is asked apart. */
export const passwordSchema = z
  .string('required')
  .check(z.minLength(1, 'required'), z.minLength(PASSWORD_LEAST, 'passwordShort'), atMost(PASSWORD_MOST))
