/** A field of a form, as it came. */
export interface Field {
  name: string
  value: string
}
