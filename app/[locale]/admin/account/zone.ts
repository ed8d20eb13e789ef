/** Somebody's clinics may lie in several zones: what is theirs alone is told in the zone of the production calendar. */
export const ACCOUNT_ZONE = 'Europe/Moscow'
