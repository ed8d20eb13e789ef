'use client'

import type { Messages } from '@/lib/i18n/messages'
import type { ProviderDemand } from '@/lib/sign-on/demand-provider'
import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import { FieldFrame } from '../../../_ui/field-frame'
import settings from '../../settings/settings.module.css'

interface Props {
  action: BoundAction
  demanded: ProviderDemand
  words: Messages['signOn']['demand']
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

const looks = { frame: settings.field, hint: settings.hint, error: settings.error }

/** Who alone keeps a password; nobody: all do. */
export function DemandForm({ action, demanded: { emergencyStaffId, people }, words, forms }: Props) {
  return (
    <ActionForm
      name="demand-provider"
      action={action}
      {...forms}
      hidden={{}}
      done={words.saved}
      className={settings.form}
    >
      {({ isPending, valueOf, errorOf }) => (
        <>
          <FieldFrame styles={looks} label={words.emergency} error={errorOf('emergency')}>
            {(bound) => (
              <select name="emergency" defaultValue={valueOf('emergency') ?? emergencyStaffId ?? ''} {...bound}>
                <option value="">{words.both}</option>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}
