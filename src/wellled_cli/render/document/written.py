"""A document in the format that was asked for."""

from datetime import date

from wellled_cli.model.errors import UsageFaultError
from wellled_cli.render.document import html, markdown
from wellled_cli.render.document.parts import Document


def written(document: Document, name: str, today: date) -> str | bytes:
    """Give a document as `md`, `html` or `docx`.

    Raises UsageFaultError where the extra that a format needs is missing, saying which.
    """
    if name == "md":
        return markdown.render(document)
    if name == "html":
        return html.render(document)
    try:
        from wellled_cli.render.document import docx
    except ImportError:
        message = (
            "--format docx needs the extra docx: pip install 'wellled-cli[docx]'; or write html, which Word opens too"
        )
        raise UsageFaultError(message) from None
    return docx.render(document, today)
