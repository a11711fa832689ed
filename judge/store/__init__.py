"""The database: tables, migrations, and short transactions over them."""
