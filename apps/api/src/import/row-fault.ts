/** Why a row can't be taken, as it goes into the reject file. Any other error is a bug, and no row's fault. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
}
