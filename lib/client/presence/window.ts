import { v7 } from 'uuid'

/** How this window names itself to the server and to the windows of others: new with each page. */
export const clientId = v7()
