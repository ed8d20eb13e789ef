/**
 * The header by which the web entry tells the pages who sends a request; it overwrites what a client says of itself.
 * See `clientSource` of app/_server.
 */
export const SOURCE_HEADER = 'x-portal-source'
