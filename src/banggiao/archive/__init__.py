"""The backup of a whole installation in one file, and bringing it back: rows of every table, and every file they name.

An archive is a ZIP: `rows/<app>.<model>.jsonl` (the columns, then one JSON list a row), `files/<name>`, and last
`manifest.json` with the digest of everything else. Rows are JSON so that a province may move from SQLite to PostgreSQL.
"""
