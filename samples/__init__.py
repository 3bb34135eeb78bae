"""Our own sample documents, written for the fictional province of Lam Giang, and what makes them (README.md)."""
