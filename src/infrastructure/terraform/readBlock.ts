import { isList, type Resolved } from '../values/resolved.ts';

/** The only block of its name: Terraform writes a list of blocks. */
export function readBlock(value: Resolved): Resolved {
  return isList(value) ? value[0] : value;
}
