import { PostgreSQL, sql } from "@codemirror/lang-sql";

// DuckDB's dialect is PostgreSQL's, and what SQLite knows is in it, too.
export const mode = () => sql({ dialect: PostgreSQL });
