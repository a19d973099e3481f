/** An outcome the caller must look at: errors that concern the clerk are values, never thrown across a border. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; error: Problem }

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function fail<Problem>(error: Problem): { ok: false; error: Problem } {
  return { ok: false, error }
}
