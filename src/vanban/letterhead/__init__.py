"""Head and foot of a document: who issued what, when, to whom, who signed; and where its running text stands."""

from vanban.letterhead.head_and_foot import find

__all__ = ["find"]
