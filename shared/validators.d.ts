/**
 * A JSON schema imported with `?validator` is compiled by ajv while the app is built
 * (build/vite/validator-plugin.ts): the window's Content-Security-Policy forbids eval.
 */
declare module '*.json?validator' {
  /** One breach of the schema, as ajv words it. */
  export interface SchemaError {
    /** JSON Pointer to the offending value; '' is the whole document. */
    instancePath: string
    schemaPath: string
    keyword: string
    params: Record<string, unknown>
    /** The key itself, where a rule for keys is broken. */
    propertyName?: string
    message?: string
  }

  /** Whether the value fits the schema. After a refusal, `errors` holds every breach. */
  export const validate: { (data: unknown): boolean; errors?: SchemaError[] | null }
}

/** A sample or text read whole, as Vite and Vitest do it. */
declare module '*?raw' {
  const text: string
  export default text
}

/** Files taken in at build time, as Vite and Vitest do it. */
interface ImportMeta {
  glob<Value>(pattern: string, options: { eager: true; import: 'default' }): Record<string, Value>
}
