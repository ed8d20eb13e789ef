/** What each form of the page is given to say: of refusals, and of fields. */
export interface FormWords {
  reasons: Record<string, string>
  errors: Record<string, string>
}
