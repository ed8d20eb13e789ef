import { describe, expect, it } from 'vitest'
import { fileRequestSchema } from '@/lib/requests/schemas'
import { z } from 'zod/mini'
import { saveFormSchema } from './schemas'

interface Described {
  type?: string
  properties?: Record<string, Described>
}

/** The fields that a form would send for a schema, by their names. */
const namesIn = ({ properties = {} }: Described, within = ''): string[] =>
  Object.entries(properties).flatMap(([name, field]) => {
    const path = within + name
    if (field.type === 'object') return namesIn(field, `${path}.`)
    if (field.type === 'array') return [`${path}[]`]
    return [field.type === 'boolean' ? `${path}?` : path]
  })

const inJson = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described

/** What is not typed into the form, or is kept apart. */
const notTyped = ['locale', 'kind', 'channel', 'receivedOn', 'savedForm']

describe('what is saved of the filing form', () => {
  it('is all that may be filed: a field that comes later is not lost on the way', () => {
    const filed = namesIn(inJson(fileRequestSchema)).filter((name) => !notTyped.includes(name))
    const saved = (inJson(saveFormSchema).properties?.['values']?.properties ?? {}) as object
    expect(filed.length).toBeGreaterThan(25)
    expect(Object.keys(saved).toSorted()).toEqual([...filed, 'uploadNames[]'].toSorted())
  })
})
