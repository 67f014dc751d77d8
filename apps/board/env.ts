/** The two settings of the board's development server. The built board has none: it speaks to where it came from. */

/** Where the API listens, e.g. http://127.0.0.1:4000. */
export const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:4000';

/** The port of the development server. */
export const boardPort = Number(process.env['BOARD_PORT'] ?? 5173);
