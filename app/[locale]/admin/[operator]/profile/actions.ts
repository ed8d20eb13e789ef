'use server'

import { staffAction, staffFileAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { saveLogo } from '@/lib/operators/save-logo'
import { saveProfilePart } from '@/lib/operators/save-profile-part'
import { discardDraft, publishDraft, restoreVersion } from '@/lib/operators/settle-draft'

export const savePart = staffAction((ctx, input) => execute(saveProfilePart, ctx, input))
export const saveLogoFile = staffFileAction((ctx, input, { file }) => saveLogo(ctx, input, file))
export const publish = staffAction((ctx, input) => execute(publishDraft, ctx, input))
export const discard = staffAction((ctx, input) => execute(discardDraft, ctx, input))
export const restore = staffAction((ctx, input) => execute(restoreVersion, ctx, input))
