/** How each chat writes its ids. An id of one chat is of no other. */

export function isSlackUser(id: string): boolean {
  return /^[UW][A-Z0-9]{2,20}$/.test(id);
}

export function isSlackGroup(id: string): boolean {
  return /^S[A-Z0-9]{2,20}$/.test(id);
}

/** A snowflake, of people and roles alike. */
export function isDiscordId(id: string): boolean {
  return /^\d{17,20}$/.test(id);
}

/** An object id of Entra, or the address that a person signs in with. */
export function isTeamsUser(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || /^[^\s@<>]{1,64}@[^\s@<>]{1,189}$/.test(id);
}
